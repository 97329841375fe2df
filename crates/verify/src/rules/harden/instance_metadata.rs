//! Machines require a token for their metadata (IMDSv2), and hide credentials from containers.
//!
//! ## Why
//!
//! The metadata service of a machine gives out the credentials of its role. With version 1, any
//! request that an attacker can make something on the machine send gets them, for example through a
//! server that fetches URLs for its clients; version 2 asks for a token first. A hop limit of 2 or
//! more lets containers on the machine's bridge get them too.
//!
//! Where `http_tokens` is not set, the image and the account's defaults decide
//! (`aws_ec2_instance_metadata_defaults`), and the answer is unknown.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_instance" "worker" {
//!   metadata_options {
//!     http_tokens = "optional"
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Require tokens, and leave the hop limit at 1.
//!
//! ```hcl
//! resource "aws_instance" "worker" {
//!   metadata_options {
//!     http_tokens                 = "required"
//!     http_put_response_hop_limit = 1
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Use the Instance Metadata Service to access instance metadata](https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html)
//! - [Security Hub controls EC2.8 and EC2.170](https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html)
//! - [Security Hub control AutoScaling.3](https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html)

use crate::planned::Planned::Known;
use crate::setting::Setting;
use crate::{Check, Resource};

rule! { Warning, AnyStack, ["IAM-3"] }

const SETTINGS: [Setting; 8] = [
    Setting {
        kind: "aws_instance",
        path: "metadata_options.0.http_tokens",
        default: None,
        is_right: |tokens| tokens == "required",
        otherwise: "a request forged through it gets the credentials of its role (IMDSv1)",
    },
    Setting {
        kind: "aws_launch_template",
        path: "metadata_options.0.http_tokens",
        default: None,
        is_right: |tokens| tokens == "required",
        otherwise: "a request forged through it gets the credentials of its role (IMDSv1)",
    },
    Setting {
        kind: "aws_launch_configuration",
        path: "metadata_options.0.http_tokens",
        default: None,
        is_right: |tokens| tokens == "required",
        otherwise: "a request forged through it gets the credentials of its role (IMDSv1)",
    },
    Setting {
        kind: "aws_spot_instance_request",
        path: "metadata_options.0.http_tokens",
        default: None,
        is_right: |tokens| tokens == "required",
        otherwise: "a request forged through it gets the credentials of its role (IMDSv1)",
    },
    Setting {
        kind: "aws_instance",
        path: "metadata_options.0.http_put_response_hop_limit",
        default: Some("1"),
        is_right: |hops| hops == "1",
        otherwise: "its containers get the credentials of its role",
    },
    Setting {
        kind: "aws_launch_template",
        path: "metadata_options.0.http_put_response_hop_limit",
        default: Some("1"),
        is_right: |hops| hops == "1",
        otherwise: "its containers get the credentials of its role",
    },
    Setting {
        kind: "aws_launch_configuration",
        path: "metadata_options.0.http_put_response_hop_limit",
        default: Some("1"),
        is_right: |hops| hops == "1",
        otherwise: "its containers get the credentials of its role",
    },
    Setting {
        kind: "aws_spot_instance_request",
        path: "metadata_options.0.http_put_response_hop_limit",
        default: Some("1"),
        is_right: |hops| hops == "1",
        otherwise: "its containers get the credentials of its role",
    },
];

fn check(check: &mut Check) {
    let mut defaults = check.all("aws_ec2_instance_metadata_defaults");
    let is_required =
        defaults.any(|defaults| defaults.at("http_tokens").string() == Known("required"));
    for setting in SETTINGS {
        let by_default = is_required && setting.default.is_none();
        let setting = Setting {
            default: if by_default { Some("required") } else { setting.default },
            ..setting
        };
        setting.check(check, answers);
    }
}

/// Whether the metadata service of a machine is on.
fn answers(machine: Resource) -> bool {
    machine.at("metadata_options.0.http_endpoint").string() != Known("disabled")
}
