//! The certificate of the load balancer, which ends on a known day (ALL-4).
//!
//! Source of the metric and its dimension: ACM User Guide, "Supported CloudWatch metrics": twice a day for every
//! certificate, until it has expired.

use super::Inputs;
use super::metric::{Metric, Series};
use super::watch::{Runbook, Section, Watch};

/// Days. ACM renews its own certificates long before; with fewer left, that has failed, or the certificate is imported.
/// Source: ACM User Guide, "Managed certificate renewal in AWS Certificate Manager".
const TICKET_DAYS: u8 = 30;
/// Days: a working week, in which another certificate can still be had in any way.
const PAGE_DAYS: u8 = 7;
/// A day has two values.
const DAY: u32 = 24 * 60 * 60;

/// Without data the alarms stay as they are: a new certificate has none for half a day, and one that has expired has
/// none any more.
pub(super) fn watch(var: &Inputs) -> Watch {
    let below = |days: u8| Series::from(days_left(var)).below(days).every(DAY).lasting(1, 1).or_as_before();
    let alarms = [below(PAGE_DAYS).page("certificate-expiry-near"), below(TICKET_DAYS).ticket("certificate-expiry")];
    Watch::new(Section::Traffic, "certificate-expiry", "Days until the certificate expires", alarms, EXPIRY)
}

fn days_left(var: &Inputs) -> Metric {
    let dimensions = vec![("CertificateArn", var.certificate_arn.clone())];
    Metric { namespace: "AWS/CertificateManager", name: "DaysToExpiry", dimensions, statistic: "Minimum" }
}

const EXPIRY: Runbook = Runbook {
    meaning: "The certificate of the load balancer expires soon and was not renewed: from that day on, nobody \
         can pay.",
    first_look: &[
        "aws acm list-certificates --region us-east-1 --includes keyTypes=RSA_1024,RSA_2048,RSA_3072,RSA_4096,EC_prime256v1,EC_secp384r1,EC_secp521r1 \
         --query 'CertificateSummaryList[].[DomainName,Type,Status,NotAfter,RenewalEligibility,CertificateArn]' --output table",
        "aws acm describe-certificate --region us-east-1 --certificate-arn \"$(aws elbv2 describe-listeners \
         --region us-east-1 --load-balancer-arn \"$(aws elbv2 describe-load-balancers --region us-east-1 --names {{ alb }} --query \
         'LoadBalancers[0].LoadBalancerArn' --output text)\" --query 'Listeners[?Port==`443`].Certificates[0].CertificateArn' \
         --output text)\" --query 'Certificate.[Type,NotAfter,RenewalSummary,DomainValidationOptions]'",
    ],
    causes: &[
        "The validation record of the certificate is gone from DNS, or the domain is served by another hosted zone.",
        "A CAA record of the domain does not allow Amazon to issue certificates.",
        "The certificate was imported: ACM renews only what it issued itself.",
    ],
    steps: &[
        "Validation pending: put the record that the second command names back into DNS; where the stack has \
         the domain, `terraform apply` does. ACM then renews by itself within hours.",
        "CAA: allow amazon.com, amazontrust.com, awstrust.com or amazonaws.com.",
        "Imported: import the new certificate under the same ARN, or give the new one's ARN and apply.",
    ],
    escalate: "Three days before the end, or when the domain is not in your hands: call the owner of the domain.",
};
