#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Flows of the authority with python3-authlib; prints `pass NAME` or `fail NAME: why`."""
import json
import os
import sys
from urllib.parse import parse_qs, urlencode, urlsplit

import requests
from authlib.common.security import generate_token
from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.jose import JsonWebKey, jwt
from authlib.oidc.core import CodeIDToken
from authlib.oidc.discovery import OpenIDProviderMetadata

os.environ['AUTHLIB_INSECURE_TRANSPORT'] = '1'  # loopback
SERVER = json.loads(os.environ['AUTHORITY'])
ISSUER = SERVER['issuer']
CALLBACK = 'http://127.0.0.1:51005/callback'
WEB = requests.Session()
WEB.trust_env = False
METADATA = OpenIDProviderMetadata(WEB.get(ISSUER + '/.well-known/openid-configuration', timeout=20).json())
# The library reads the id token's clock against the real one; the server's is at most so far off.
LEEWAY = 300


def client(name='client_secret_basic', **more):
    method = name if name != 'public' else 'none'
    session = OAuth2Session(name, SERVER.get(name), token_endpoint_auth_method=method,
                            redirect_uri=CALLBACK, scope='openid profile email offline_access',
                            code_challenge_method='S256', **more)
    session.trust_env = False
    return session


def visit(session, verifier, nonce):
    """What the browser of a person does who says yes."""
    url, state = session.create_authorization_url(METADATA['authorization_endpoint'],
                                                  code_verifier=verifier, nonce=nonce)
    answer = WEB.get(url, allow_redirects=False, timeout=20)
    assert answer.status_code == 303, answer.status_code
    back = answer.headers['Location']
    query = parse_qs(urlsplit(back).query)
    assert query['state'] == [state]
    assert query['iss'] == [ISSUER], 'RFC 9207'
    return back


def sign_in(name='client_secret_basic'):
    session = client(name)
    verifier, nonce = generate_token(64), generate_token(20)
    back = visit(session, verifier, nonce)
    token = session.fetch_token(METADATA['token_endpoint'], authorization_response=back, code_verifier=verifier)
    return session, token, nonce, back, verifier


def keys():
    return JsonWebKey.import_key_set(WEB.get(METADATA['jwks_uri'], timeout=20).json())


def discovery():
    METADATA.validate()
    assert METADATA['issuer'] == ISSUER


def code_flow(name):
    def run():
        _, token, nonce, _, _ = sign_in(name)
        claims = jwt.decode(token['id_token'], keys(), claims_cls=CodeIDToken,
                            claims_options={'iss': {'essential': True, 'value': ISSUER},
                                            'aud': {'essential': True, 'value': name}},
                            claims_params={'nonce': nonce, 'client_id': name,
                                           'access_token': token['access_token']})
        claims.validate(leeway=LEEWAY)
        assert claims['sub'] == 'u-ada'
    return run


def access_token_is_a_jwt():
    _, token, _, _, _ = sign_in()
    claims = jwt.decode(token['access_token'], keys())
    assert claims.header['typ'] == 'at+jwt', claims.header
    assert claims['iss'] == ISSUER


def userinfo():
    session, _, _, _, _ = sign_in()
    answer = session.get(METADATA['userinfo_endpoint'], timeout=20)
    assert answer.json()['sub'] == 'u-ada'


def refresh():
    session, token, _, _, _ = sign_in()
    fresh = session.refresh_token(METADATA['token_endpoint'], refresh_token=token['refresh_token'])
    assert fresh['refresh_token'] != token['refresh_token']
    assert fresh['access_token'] != token['access_token']


def client_credentials():
    session = OAuth2Session('client_secret_basic', SERVER['client_secret_basic'])
    session.trust_env = False
    token = session.fetch_token(METADATA['token_endpoint'], grant_type='client_credentials')
    assert token['token_type'] == 'Bearer'


def introspection():
    session, token, _, _, _ = sign_in()
    answer = session.introspect_token(METADATA['introspection_endpoint'], token=token['access_token'])
    assert answer.json()['active'] is True
    assert session.revoke_token(METADATA['revocation_endpoint'], token=token['refresh_token']).status_code == 200
    answer = session.introspect_token(METADATA['introspection_endpoint'], token=token['refresh_token'])
    assert answer.json() == {'active': False}, answer.json()


def refused(error, call):
    try:
        call()
    except OAuthError as refusal:
        assert refusal.error == error, refusal.error
        return
    raise AssertionError('was not refused')


def code_twice():
    session, token, _, back, verifier = sign_in()
    refused('invalid_grant', lambda: client().fetch_token(
        METADATA['token_endpoint'], authorization_response=back, code_verifier=verifier))
    # What the code gave before has ended with it.
    refused('invalid_grant', lambda: session.refresh_token(
        METADATA['token_endpoint'], refresh_token=token['refresh_token']))


def wrong_verifier():
    session = client()
    verifier = generate_token(64)
    back = visit(session, verifier, 'n')
    refused('invalid_grant', lambda: session.fetch_token(
        METADATA['token_endpoint'], authorization_response=back, code_verifier=generate_token(64)))


def wrong_secret():
    session = OAuth2Session('client_secret_basic', 'not-the-secret-of-this-client')
    session.trust_env = False
    refused('invalid_client', lambda: session.fetch_token(
        METADATA['token_endpoint'], grant_type='client_credentials'))


def foreign_redirect():
    query = urlencode({'client_id': 'client_secret_basic', 'response_type': 'code', 'scope': 'openid',
                       'redirect_uri': 'https://elsewhere.example/callback',
                       'code_challenge': generate_token(43), 'code_challenge_method': 'S256'})
    answer = WEB.get(METADATA['authorization_endpoint'] + '?' + query, allow_redirects=False, timeout=20)
    assert answer.status_code == 400 and 'Location' not in answer.headers, answer.status_code


CASES = {
    'discovery': discovery,
    'code flow, client_secret_basic': code_flow('client_secret_basic'),
    'code flow, client_secret_post': code_flow('client_secret_post'),
    'code flow, public client': code_flow('public'),
    'an access token is a JWT (RFC 9068)': access_token_is_a_jwt,
    'userinfo': userinfo,
    'refresh rotates': refresh,
    'client credentials': client_credentials,
    'introspection and revocation': introspection,
    'a code is good once': code_twice,
    'another verifier': wrong_verifier,
    'another secret': wrong_secret,
    'another redirect': foreign_redirect,
}

for name, case in CASES.items():
    try:
        case()
        print('pass authlib, ' + name)
    except Exception as error:  # pylint: disable=broad-except
        print(f'fail authlib, {name}: {type(error).__name__} {error}'.replace('\n', ' '))
sys.stdout.flush()
