//! The same signatures as those of AWS's own SDK: what is expected here was made with botocore
//! 1.44.8, its clock at that time.

use std::time::UNIX_EPOCH;

use reqwest::{Method, Request};

use super::*;

fn credentials() -> Credentials {
    Credentials {
        access_key_id: "AKIAIOSFODNN7EXAMPLE".to_owned(),
        secret_access_key: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".to_owned(),
        session_token: Some("a+session/token==".to_owned()),
        expiration: None,
    }
}

/// 2026-11-30, 12:00:00.
fn at() -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_796_040_000)
}

fn signed(method: Method, url: &str, service: &str, headers: &[(&'static str, &str)]) -> Request {
    let mut request = Request::new(method, url.parse().unwrap());
    *request.body_mut() = Some(r#"{"a":1}"#.into());
    for (name, value) in headers {
        request.headers_mut().insert(*name, value.parse().unwrap());
    }
    sign(&mut request, service, "us-east-1", credentials(), at()).unwrap();
    request
}

#[test]
fn an_invocation_is_signed_as_the_sdk_signs_it() {
    let url = "https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A123456789012\
               %3Afunction%3Apayment-validator%3Alive/invocations";
    let request = signed(Method::POST, url, "lambda", &[]);
    assert_eq!(
        request.headers()["authorization"],
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261130/us-east-1/lambda/aws4_request, \
         SignedHeaders=host;x-amz-date;x-amz-security-token, \
         Signature=1dc14c89fdc48c337aabcc5059d9be496ff46a21d29f00f6fe93f7075d4c30fb"
    );
    assert_eq!(request.headers()["x-amz-security-token"], "a+session/token==");
}

#[test]
fn an_object_is_signed_as_the_sdk_signs_it() {
    let url =
        "https://transaction-logs-1.s3.us-east-1.amazonaws.com/payments/2026/11/30/12/0198.json";
    let checksum = "AVq9f1zFei3ZS3WQ8ErYCEJzkF7jPsXOvq5iJ2qX+GI=";
    let headers = [("content-type", "application/json"), ("x-amz-checksum-sha256", checksum)];
    let request = signed(Method::PUT, url, "s3", &headers);
    assert_eq!(
        request.headers()["authorization"],
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261130/us-east-1/s3/aws4_request, \
         SignedHeaders=content-type;host;x-amz-checksum-sha256;x-amz-content-sha256;x-amz-date;\
         x-amz-security-token, \
         Signature=fe585205b5ddac2a5264a829c9a36dc41a907d4ee8953a89dee0f85d6c6957b2"
    );
}

/// The order of the parameters is not part of a signature: they are sorted before it is made.
#[test]
fn the_database_is_given_the_token_that_the_sdk_makes() {
    let database = "rds-proxy-prod.proxy-abc.us-east-1.rds.amazonaws.com:5432";
    let token =
        database_token(database, "payment_service", "us-east-1", credentials(), at()).unwrap();
    let expected = "rds-proxy-prod.proxy-abc.us-east-1.rds.amazonaws.com:5432/?Action=connect&\
         DBUser=payment_service&X-Amz-Algorithm=AWS4-HMAC-SHA256&\
         X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20261130%2Fus-east-1%2Frds-db%2Faws4_request&\
         X-Amz-Date=20261130T120000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&\
         X-Amz-Security-Token=a%2Bsession%2Ftoken%3D%3D&\
         X-Amz-Signature=2521cf4bd59f5fe49ecb28f28eb2268b0fa7406f28099f9f286e82ef628da74e";
    let sorted = |token: &str| {
        let (place, parameters) = token.split_once('?').unwrap();
        let mut parameters: Vec<_> = parameters.split('&').map(str::to_owned).collect();
        parameters.sort_unstable();
        (place.to_owned(), parameters)
    };
    assert_eq!(sorted(&token), sorted(expected));
}
