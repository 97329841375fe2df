//! Signatures, version 4: in the headers of a request, and in the token that the database takes for
//! a password. Source: AWS IAM User Guide, "AWS Signature Version 4 for API requests"; Amazon
//! Aurora User Guide, "Connecting to your DB cluster using IAM authentication".

use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};
use aws_sigv4::http_request::{
    PayloadChecksumKind, PercentEncodingMode, SignableBody, SignableRequest, SignatureLocation,
    SigningInstructions, SigningSettings, UriPathNormalizationMode, sign as instructions,
};
use aws_sigv4::sign::v4;
use reqwest::Request;
use reqwest::header::{HOST, HeaderName, HeaderValue};

use super::Credentials;

/// How long a token may be used to sign in.
const TOKEN: Duration = Duration::from_secs(15 * 60);

/// Signs a request.
pub fn sign(
    request: &mut Request,
    service: &str,
    region: &str,
    by: Credentials,
    at: SystemTime,
) -> Result<()> {
    let mut settings = SigningSettings::default();
    if service == "s3" {
        settings.percent_encoding_mode = PercentEncodingMode::Single;
        settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
        settings.uri_path_normalization_mode = UriPathNormalizationMode::Disabled;
    }
    let url = request.url();
    let host = url.host_str().context("a request without a host")?;
    let host = url.port().map_or(host.to_owned(), |port| format!("{host}:{port}"));
    request.headers_mut().insert(HOST, HeaderValue::from_str(&host)?);
    let headers: Result<Vec<_>, _> = request
        .headers()
        .iter()
        .map(|(name, value)| value.to_str().map(|value| (name.as_str(), value)))
        .collect();
    let body = request.body().and_then(|body| body.as_bytes()).unwrap_or_default();
    let (method, url) = (request.method().as_str(), request.url().as_str());
    let signable =
        SignableRequest::new(method, url, headers?.into_iter(), SignableBody::Bytes(body))?;
    let signed = signed(signable, settings, service, region, by, at)?;
    for (name, value) in signed.headers() {
        request.headers_mut().insert(name.parse::<HeaderName>()?, HeaderValue::from_str(value)?);
    }
    Ok(())
}

/// What a user signs in to a database with, at `host:port`.
pub fn database_token(
    database: &str,
    user: &str,
    region: &str,
    by: Credentials,
    at: SystemTime,
) -> Result<String> {
    let mut settings = SigningSettings::default();
    settings.signature_location = SignatureLocation::QueryParams;
    settings.expires_in = Some(TOKEN);
    let mut url: reqwest::Url =
        format!("https://{database}/").parse().context("the name of the database")?;
    url.query_pairs_mut().append_pair("Action", "connect").append_pair("DBUser", user);
    let signable =
        SignableRequest::new("GET", url.as_str(), std::iter::empty(), SignableBody::Bytes(&[]))?;
    for (name, value) in signed(signable, settings, "rds-db", region, by, at)?.params() {
        url.query_pairs_mut().append_pair(name, value);
    }
    Ok(url.as_str().trim_start_matches("https://").to_owned())
}

fn signed(
    request: SignableRequest<'_>,
    settings: SigningSettings,
    service: &str,
    region: &str,
    by: Credentials,
    at: SystemTime,
) -> Result<SigningInstructions> {
    let Credentials { access_key_id, secret_access_key, session_token, expiration: _ } = by;
    let credentials = aws_credential_types::Credentials::new(
        access_key_id,
        secret_access_key,
        session_token,
        None,
        "payments",
    );
    let identity = credentials.into();
    let parameters = v4::SigningParams::builder()
        .identity(&identity)
        .region(region)
        .name(service)
        .time(at)
        .settings(settings)
        .build()?;
    Ok(instructions(request, &parameters.into())?.into_parts().0)
}

#[cfg(test)]
mod tests;
