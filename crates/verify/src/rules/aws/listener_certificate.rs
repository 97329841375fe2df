//! A listener that terminates TLS has a usable certificate and a security policy that exists.
//!
//! ## Why
//!
//! AWS refuses an HTTPS or TLS listener without certificate, with a certificate that is not issued
//! yet (`UnsupportedCertificate`), and with a security policy it does not know. Terraform accepts
//! all three. A certificate made in the same apply is pending until its domain is validated, so the
//! listener has to wait for `aws_acm_certificate_validation`.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lb_listener" "https" {
//!   protocol   = "HTTPS"
//!   port       = 443
//!   ssl_policy = "TLSv1.2"
//! }
//! ```
//!
//! ## Fix
//!
//! Set `certificate_arn` to a validated certificate and `ssl_policy` to a current policy.
//!
//! ```hcl
//! resource "aws_lb_listener" "https" {
//!   protocol        = "HTTPS"
//!   port            = 443
//!   ssl_policy      = "ELBSecurityPolicy-TLS13-1-2-2021-06"
//!   certificate_arn = aws_acm_certificate_validation.payments.certificate_arn
//! }
//! ```
//!
//! ## Source
//!
//! - [CreateListener](https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html)
//! - [Security policies](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html)
//! - [aws_acm_certificate_validation](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/acm_certificate_validation)

use crate::Planned::{Absent, Known, Unknown};
use crate::{Action, Check, Resource};

rule! { Error, AnyStack, ["ALL-7", "ALL-4"] }

fn check(check: &mut Check) {
    for listener in check.all("aws_lb_listener") {
        if matches!(listener.at("protocol").string(), Known("HTTPS" | "TLS")) {
            check_listener(check, listener);
        }
    }
}

fn check_listener<'a>(check: &mut Check<'a>, listener: Resource<'a>) {
    let (certificate, policy) = (listener.at("certificate_arn"), listener.at("ssl_policy"));
    match certificate.string() {
        Absent => check.fail(&certificate, "a listener that terminates TLS has no certificate"),
        Known(arn) if !is_certificate(arn) => {
            check.fail(&certificate, "is not the ARN of a certificate in ACM or IAM")
        }
        Known(_) | Unknown => check.judge(&certificate, Known(listener), waits_for_validation),
    }
    check.judge(&policy, policy.string(), |policy| {
        (!policy.starts_with("ELBSecurityPolicy-"))
            .then(|| "is not a security policy of Elastic Load Balancing".to_owned())
    });
}

fn is_certificate(arn: &str) -> bool {
    let service = arn.split(':').nth(2).unwrap_or_default();
    arn.starts_with("arn:") && matches!(service, "acm" | "iam")
}

/// A certificate that is asked for in the same apply can be used once its domain is validated.
/// Imported ones, and those of a private authority, can be used at once.
fn waits_for_validation(listener: Resource) -> Option<String> {
    let certificate = listener.at("certificate_arn").link("aws_acm_certificate").one()?;
    let is_set = |argument: &str| certificate.at(argument).value().is_set();
    let at_once =
        is_set("private_key") || is_set("certificate_body") || is_set("certificate_authority_arn");
    if at_once || !certificate.actions().contains(&Action::Create) {
        return None;
    }
    let waits = listener.waits_for(|before| before.kind() == "aws_acm_certificate_validation");
    (waits == Known(false))
        .then(|| format!("does not wait until {} is validated", certificate.address()))
}
