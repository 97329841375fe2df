//! What everyone can reach is behind a web application firewall.
//!
//! ## Why
//!
//! PCI DSS asks for something that detects and stops attacks on public web applications (6.4.2). A
//! web ACL blocks known attacks, and limits the rate of a single client, before requests reach the
//! application.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lb" "public" {
//!   internal = false # and no aws_wafv2_web_acl_association
//! }
//! ```
//!
//! ## Fix
//!
//! Associate a web ACL.
//!
//! ```hcl
//! resource "aws_wafv2_web_acl_association" "public" {
//!   resource_arn = aws_lb.public.arn
//!   web_acl_arn  = aws_wafv2_web_acl.main.arn
//! }
//! ```
//!
//! ## Source
//!
//! - [Associating protection with an AWS resource](https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html)
//! - [Security Hub controls APIGateway.4 and CloudFront.6](https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html)
//! - [PCI DSS v4.0.1, requirement 6.4.2](https://www.pcisecuritystandards.org/document_library/)

use crate::aws::balancing::{Reach, balancer, is_application, listeners, reach};
use crate::aws::network::SecurityGroupRule;
use crate::{Check, Resource};

rule! { Warning, AnyStack, ["APP-3"] }

const ASSOCIATIONS: [&str; 2] =
    ["aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association"];
const OTHERWISE: &str = "everyone can reach it, and no web ACL protects it";

fn check(check: &mut Check) {
    let openings = SecurityGroupRule::all(check.inventory());
    for balancer in check.all_of(&["aws_lb"]) {
        match public(balancer, &openings).filter(|_| is_application(balancer)) {
            None => {}
            Some(Err(reason)) if !is_associated(balancer).unwrap_or(false) => {
                check.unknown(&balancer.root(), reason)
            }
            Some(_) => check_resource(check, balancer),
        }
    }
    for stage in check.all("aws_api_gateway_stage") {
        check_resource(check, stage);
    }
    for distribution in check.all("aws_cloudfront_distribution") {
        let acl = distribution.at("web_acl_id");
        if acl.value().is_set() { check.pass(&acl) } else { check.fail(&acl, OTHERWISE) }
    }
}

/// Whether everyone gets to one of the listeners of a load balancer; nothing where nobody does.
fn public(balancer: Resource, openings: &[SecurityGroupRule]) -> Option<Result<(), String>> {
    let own = listeners(balancer.inventory())
        .filter(|listener| self::balancer(*listener) == Some(balancer));
    let mut open = None;
    for listener in own {
        match reach(balancer, listener, openings) {
            Reach::Everyone => return Some(Ok(())),
            Reach::NetworkOnly => {}
            Reach::Open(reason) => open = Some(Err(reason)),
        }
    }
    open
}

fn check_resource<'a>(check: &mut Check<'a>, resource: Resource<'a>) {
    match is_associated(resource) {
        Ok(true) => check.pass(&resource.root()),
        Ok(false) if is_behind_distribution(resource) => check.pass(&resource.root()),
        Ok(false) => check.fail(&resource.root(), OTHERWISE),
        Err(reason) => check.unknown(&resource.root(), reason),
    }
}

fn is_associated(resource: Resource) -> Result<bool, String> {
    for association in ASSOCIATIONS {
        if !resource.inventory().proven_referrers(resource, association, "resource_arn")?.is_empty()
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a distribution with a web ACL forwards to it.
fn is_behind_distribution(balancer: Resource) -> bool {
    balancer.inventory().all("aws_cloudfront_distribution").any(|distribution| {
        let origins =
            distribution.at("origin").items().into_iter().map(|origin| origin.at("domain_name"));
        let hands_on = origins
            .into_iter()
            .any(|name| name.links_to_any().resources().any(|one| one == balancer));
        hands_on && distribution.at("web_acl_id").value().is_set()
    })
}
