//! As on AWS: the calls are signed, and the database is spoken to over TLS, by its own certificate
//! and by no other.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use nix::sys::signal::Signal;
use paytf_payments::{PAYMENTS, sample};
use rcgen::{CertifiedKey, generate_simple_self_signed};
use tempfile::NamedTempFile;

use crate::postgres::{Postgres, Tls};
use crate::process::{Service, client};

/// A certificate that signs itself, and its key.
fn certificate() -> (String, String) {
    let CertifiedKey { cert, signing_key } =
        generate_simple_self_signed(vec!["127.0.0.1".to_owned()]).unwrap();
    (pem("CERTIFICATE", cert.der()), pem("PRIVATE KEY", &signing_key.serialize_der()))
}

fn pem(what: &str, der: &[u8]) -> String {
    let text = STANDARD.encode(der);
    let lines: Vec<_> =
        text.as_bytes().chunks(64).map(|line| str::from_utf8(line).unwrap()).collect();
    format!("-----BEGIN {what}-----\n{}\n-----END {what}-----\n", lines.join("\n"))
}

/// A service that trusts these authorities, of a database with this certificate.
async fn service(authorities: &str, tls: Tls<'_>) -> (Service, NamedTempFile) {
    let file = NamedTempFile::new().unwrap();
    std::fs::write(file.path(), authorities).unwrap();
    let others = vec![
        ("DATABASE_AUTHENTICATION", "iam".to_owned()),
        ("SSL_CERT_FILE", file.path().display().to_string()),
        ("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE".to_owned()),
        ("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".to_owned()),
    ];
    (Service::start_with(Postgres::start(Some(tls)).await, others).await, file)
}

async fn pay(service: &Service) -> u16 {
    let payment = sample::payment(&sample::key(), 1099).to_string();
    let answer =
        client().post(service.url().join(PAYMENTS).unwrap()).body(payment).send().await.unwrap();
    answer.status().as_u16()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn calls_are_signed_and_the_database_is_spoken_to_over_tls() {
    let (certificate, key) = certificate();
    let (mut service, _file) =
        service(&certificate, Tls { certificate: &certificate, key: &key }).await;
    assert_eq!(pay(&service).await, 201, "{}", service.lines());
    assert_eq!(*service.stand_ins.signed.lock().unwrap(), ["lambda", "s3"]);
    let client = service.postgres.connect("payments").await;
    let encrypted = "SELECT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE usename \
                     = 'payment_service'";
    assert!(client.query_one(encrypted, &[]).await.unwrap().get::<_, bool>(0));
    assert!(service.end(Signal::SIGTERM).await.success());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_with_a_certificate_of_somebody_else_is_not_given_a_payment() {
    let ((certificate, key), (other, _)) = (certificate(), certificate());
    let (service, _file) = service(&other, Tls { certificate: &certificate, key: &key }).await;
    assert_eq!(pay(&service).await, 503);
    assert!(service.lines().contains("invalid peer certificate"), "{}", service.lines());
}
