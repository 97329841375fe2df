//! Names and descriptions of security groups and their rules hold only what EC2 allows.
//!
//! ## Why
//!
//! The text of a security group may have ASCII letters and digits, spaces and
//! `._-:/()#,@[]+=&;{}!$*`, and at most 255 characters. An arrow or a typographic dash (`ALB →
//! ECS`) is refused with `Invalid security group description`, which Terraform's own check does not
//! see.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_security_group" "application" {
//!   description = "ALB → ECS"
//! }
//! ```
//!
//! ## Fix
//!
//! Write the text in plain ASCII.
//!
//! ```hcl
//! resource "aws_security_group" "application" {
//!   description = "From the load balancer to the tasks"
//! }
//! ```
//!
//! ## Source
//!
//! - [CreateSecurityGroup](https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html)
//! - [IpRange](https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html)

use crate::{AttributePath, Check};

rule! { Error, AnyStack, ["ALL-7", "NET-3"] }

/// Source: EC2 API, `CreateSecurityGroup`, `GroupDescription`, and `IpRange`, `Description`.
const OTHERS: &str = " ._-:/()#,@[]+=&;{}!$*";
const LONGEST: usize = 255;
/// Rules of their own.
const RULES: [&str; 3] = [
    "aws_security_group_rule",
    "aws_vpc_security_group_egress_rule",
    "aws_vpc_security_group_ingress_rule",
];

fn check(check: &mut Check) {
    for rule in check.all_of(&RULES) {
        check_text(check, &rule.at("description"));
    }
    for group in check.all("aws_security_group") {
        check_text(check, &group.at("name"));
        check_text(check, &group.at("description"));
        for rule in
            ["ingress", "egress"].into_iter().flat_map(|direction| group.at(direction).items())
        {
            check_text(check, &rule.at("description"));
        }
    }
}

fn check_text<'a>(check: &mut Check<'a>, text: &AttributePath<'a>) {
    check.judge(text, text.string(), |text| {
        let strange = text.chars().find(|c| !c.is_ascii_alphanumeric() && !OTHERS.contains(*c));
        let too_long = text.chars().count() > LONGEST;
        match strange {
            Some(c) => Some(format!("holds {:?}, which EC2 does not allow", c.to_string())),
            None => too_long.then(|| format!("is longer than {LONGEST} characters")),
        }
    });
}
