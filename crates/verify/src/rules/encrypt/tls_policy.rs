//! Whatever terminates TLS accepts only version 1.2 or newer.
//!
//! ## Why
//!
//! TLS 1.0 and 1.1 have been withdrawn, and PCI DSS forbids them. A listener without `ssl_policy`
//! gets `ELBSecurityPolicy-2016-08`, which still accepts both; CloudFront and OpenSearch have
//! defaults that are as old.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lb_listener" "https" {
//!   load_balancer_arn = aws_lb.main.arn
//!   port              = 443
//!   protocol          = "HTTPS"
//!   certificate_arn   = aws_acm_certificate.main.arn
//!   # …
//! }
//! ```
//!
//! ## Fix
//!
//! Choose a policy whose name says 1-2 or 1-3, such as the newest with post-quantum key exchange.
//!
//! ```hcl
//! resource "aws_lb_listener" "https" {
//!   load_balancer_arn = aws_lb.main.arn
//!   port              = 443
//!   protocol          = "HTTPS"
//!   certificate_arn   = aws_acm_certificate.main.arn
//!   ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
//!   # …
//! }
//! ```
//!
//! ## Source
//!
//! - [Security policies for your Application Load Balancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html)
//! - [RFC 8996: Deprecating TLS 1.0 and TLS 1.1](https://www.rfc-editor.org/rfc/rfc8996)
//! - [Supported protocols and ciphers between viewers and CloudFront](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html)

use crate::Check;
use crate::planned::Planned::Known;
use crate::resource::Resource;
use crate::setting::Setting;

rule! { Warning, AnyStack, ["ALL-4"] }

const OLD: &str = "it takes TLS 1.0 or 1.1, which are broken";

const SETTINGS: [Setting; 7] = [
    listener("aws_lb_listener"),
    Setting {
        kind: "aws_cloudfront_distribution",
        path: "viewer_certificate.#.minimum_protocol_version",
        default: Some("TLSv1"),
        is_right: |version| version.starts_with("TLSv1.2") || version.starts_with("TLSv1.3"),
        otherwise: OLD,
    },
    Setting {
        kind: "aws_cloudfront_distribution",
        path: "viewer_certificate.#.minimum_protocol_version",
        default: Some("TLSv1"),
        is_right: |version| !matches!(version, "TLSv1.2_2018" | "TLSv1.2_2019"),
        otherwise: "it takes ciphers that newer policies leave out",
    },
    domain("aws_opensearch_domain"),
    domain("aws_elasticsearch_domain"),
    Setting {
        kind: "aws_api_gateway_domain_name",
        path: "security_policy",
        default: Some("TLS_1_2"),
        is_right: |policy| policy != "TLS_1_0",
        otherwise: OLD,
    },
    Setting {
        kind: "aws_apigatewayv2_domain_name",
        path: "domain_name_configuration.#.security_policy",
        default: None,
        is_right: |policy| policy != "TLS_1_0",
        otherwise: OLD,
    },
];

/// Elastic Load Balancing, "Security policies": the default is `ELBSecurityPolicy-2016-08`, and of
/// the others the name says from which version of TLS on.
const fn listener(kind: &'static str) -> Setting {
    let is_right = |policy: &str| ["-1-2-", "-1-3-"].iter().any(|version| policy.contains(version));
    Setting {
        kind,
        path: "ssl_policy",
        default: Some("ELBSecurityPolicy-2016-08"),
        is_right,
        otherwise: OLD,
    }
}

/// OpenSearch Service, `TLSSecurityPolicy`.
const fn domain(kind: &'static str) -> Setting {
    Setting {
        kind,
        path: "domain_endpoint_options.0.tls_security_policy",
        default: Some("Policy-Min-TLS-1-0-2019-07"),
        is_right: |policy| policy.contains("TLS-1-2"),
        otherwise: OLD,
    }
}

fn check(check: &mut Check) {
    for setting in SETTINGS {
        setting.check(check, has_tls);
    }
}

/// Whether it has a TLS policy that can be chosen. Listeners of other protocols have none, and that
/// of CloudFront's own domain name is fixed.
fn has_tls(resource: Resource) -> bool {
    match resource.kind() {
        "aws_lb_listener" => {
            matches!(resource.at("protocol").string(), Known("HTTPS" | "TLS"))
        }
        "aws_cloudfront_distribution" => {
            resource.at("viewer_certificate.0.cloudfront_default_certificate").bool() != Known(true)
        }
        _ => true,
    }
}
