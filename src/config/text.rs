//! Texts an operator writes, checked against the rules AWS has for them.

use ipnet::Ipv4Net;
use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use std::fmt;

checked_text! {
    /// An AWS account id. Source: AWS Account Management Reference, "View AWS account identifiers".
    AccountId = is_account_id, "12 digits in quotes, such as \"123456789012\"";

    /// A managed policy that bounds what every role may do. Source: IAM User Guide, "Permissions boundaries".
    PermissionsBoundaryArn = is_policy_arn,
        "the ARN of an IAM policy, such as \"arn:aws:iam::123456789012:policy/boundary\"";

    /// The key of a tag: at most 128 characters. Source: AWS Tagging Best Practices, "Tag naming limits and requirements".
    TagKey = is_tag_key,
        "1 to 128 letters, digits, spaces and `_.:/=+-@`, not starting with `aws:`";

    /// The value of a tag: at most 256 characters, same source as the key.
    TagValue = is_tag_value, "at most 256 letters, digits, spaces and `_.:/=+-@`";

    /// A container image with a tag or digest that says which build runs.
    ContainerImage = is_pinned_image,
        "an image with a tag other than `latest`, or with a digest, such as \
         \"123456789012.dkr.ecr.us-east-1.amazonaws.com/ecr-prod:1.4.2\"";

    /// Path of the health check, at most 1024 characters. Source: Elastic Load Balancing API, `CreateTargetGroup`.
    HealthCheckPath = is_health_check_path, "an absolute path of at most 1024 visible ASCII characters, such as \"/healthz\"";

    /// A certificate the load balancer in us-east-1 can use. Source: ACM User Guide, "Supported Regions".
    AcmCertificateArn = is_certificate_arn,
        "the ARN of an ACM certificate in us-east-1, such as \
         \"arn:aws:acm:us-east-1:123456789012:certificate/11112222-3333-4444-5555-666677778888\"";

    /// A name for which ACM issues a certificate: at most 64 characters, and none of AWS's own.
    /// Source: ACM API, `RequestCertificate`, `DomainName`; ACM User Guide, "Certificate characteristics and limitations".
    DomainName = is_domain_name,
        "a domain name of at most 64 lower-case characters, without `*` and without a dot at its end, that is not AWS's \
         own, such as \"pay.example.com\"";

    /// A hosted zone. Source: Route 53 API, `GetHostedZone`, `Id`: at most 32 characters.
    HostedZoneId = is_hosted_zone_id,
        "the id of a Route 53 hosted zone, without `/hostedzone/`, such as \"Z0123456789ABCDEFGHIJ\"";

    /// Where alarm notifications are sent.
    Email = is_email, "an e-mail address, such as \"payments-oncall@example.com\"";

    /// An existing bucket. Source: S3 User Guide, "General purpose bucket naming rules".
    BucketName = is_bucket_name,
        "the name of an existing bucket: 3 to 63 lower-case letters, digits and inner `-` or `.`";

    /// What the state's key starts with.
    KeyPrefix = is_key_prefix, "letters, digits, `-`, `_` and single inner `/`, such as \"payments/state\"";

    /// The region of the state bucket.
    Region = is_region, "an AWS region, such as \"us-east-1\"";
}

/// The account in a name such as `arn:aws:acm:us-east-1:ACCOUNT:certificate/ID`.
fn account_in(arn: &str) -> Option<&str> {
    arn.split(':').nth(4)
}

impl AcmCertificateArn {
    /// The account the certificate belongs to.
    pub fn account_id(&self) -> &str {
        account_in(&self.0).unwrap_or_default()
    }
}

impl PermissionsBoundaryArn {
    /// The account the policy belongs to, or `aws`.
    pub fn account_id(&self) -> &str {
        account_in(&self.0).unwrap_or_default()
    }
}

/// The addresses of a VPC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VpcCidr(Ipv4Net);

impl VpcCidr {
    /// The network, as written.
    pub fn net(self) -> Ipv4Net {
        self.0
    }
}

impl<'de> Deserialize<'de> for VpcCidr {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text =
            checked(deserializer, |text| text.parse::<Ipv4Net>().is_ok(), "an IPv4 network such as \"10.0.0.0/16\"")?;
        text.parse().map(Self).map_err(D::Error::custom)
    }
}

fn is_account_id(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_policy_arn(text: &str) -> bool {
    let parts = text.strip_prefix("arn:aws:iam::").and_then(|rest| rest.split_once(":policy/"));
    parts.is_some_and(|(account, name)| (account == "aws" || is_account_id(account)) && is_word(name, "/_+=,.@-"))
}

fn is_certificate_arn(text: &str) -> bool {
    let parts = text.strip_prefix("arn:aws:acm:us-east-1:").and_then(|rest| rest.split_once(":certificate/"));
    parts.is_some_and(|(account, id)| is_account_id(account) && is_word(id, "-"))
}

/// Whether the text is not empty and holds only ASCII letters, digits and the `others`.
fn is_word(text: &str, others: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || others.contains(c))
}

fn is_tag_value(text: &str) -> bool {
    text.chars().count() <= 256 && text.chars().all(|c| c.is_alphanumeric() || " _.:/=+-@".contains(c))
}

fn is_tag_key(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= 128 && is_tag_value(text) && !text.to_lowercase().starts_with("aws:")
}

fn is_pinned_image(text: &str) -> bool {
    let last_part = text.rsplit('/').next().unwrap_or_default();
    let pin = last_part.split_once('@').or_else(|| last_part.split_once(':'));
    is_word(text, "./:@_-") && pin.is_some_and(|(name, pin)| !name.is_empty() && !pin.is_empty() && pin != "latest")
}

fn is_health_check_path(text: &str) -> bool {
    text.starts_with('/') && text.len() <= 1024 && text.bytes().all(|byte| byte.is_ascii_graphic())
}

fn is_domain_name(text: &str) -> bool {
    const OF_AWS: [&str; 3] = ["amazonaws.com", "cloudfront.net", "elasticbeanstalk.com"];
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.starts_with(allowed)
            && label.ends_with(allowed)
            && label.chars().all(|c| allowed(c) || c == '-')
    };
    let below = |domain: &str| text.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    let (labels, top) = text.rsplit_once('.').unwrap_or_default();
    text.len() <= 64
        && labels.split('.').all(is_label)
        && is_label(top)
        && top.len() >= 2
        && top.starts_with(|c: char| c.is_ascii_lowercase())
        && !OF_AWS.into_iter().any(below)
}

fn is_hosted_zone_id(text: &str) -> bool {
    let rest = text.strip_prefix('Z').unwrap_or_default();
    (1..=31).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(user, domain)| {
        is_word(user, ".!#$%&'*+/=?^_`{|}~-") && is_word(domain, ".-") && domain.trim_matches('.').contains('.')
    })
}

fn is_bucket_name(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    (3..=63).contains(&text.len())
        && text.starts_with(allowed)
        && text.ends_with(allowed)
        && text.chars().all(|c| allowed(c) || c == '-' || c == '.')
}

fn is_key_prefix(text: &str) -> bool {
    text.split('/').all(|part| is_word(part, "-_"))
}

fn is_region(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').collect();
    parts.len() >= 3
        && parts[..parts.len() - 1].iter().all(|part| part.len() >= 2 && part.bytes().all(|b| b.is_ascii_lowercase()))
        && parts[parts.len() - 1].parse::<u8>().is_ok()
}

pub(super) fn checked<'de, D: Deserializer<'de>>(
    deserializer: D,
    check: fn(&str) -> bool,
    allowed: &'static str,
) -> Result<String, D::Error> {
    deserializer.deserialize_str(Checked { check, allowed })
}

struct Checked {
    check: fn(&str) -> bool,
    allowed: &'static str,
}

impl Visitor<'_> for Checked {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.allowed)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
        if (self.check)(text) { Ok(text.to_owned()) } else { Err(E::invalid_value(Unexpected::Str(text), &self)) }
    }
}
