//! Application load balancers drop header fields that are not valid HTTP.
//!
//! ## Why
//!
//! A field whose name is not valid is read by one server as a header and by another as nothing, or
//! as the end of the request. By default the load balancer forwards them.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lb" "main" {
//!   load_balancer_type = "application"
//! }
//! ```
//!
//! ## Fix
//!
//! Set `drop_invalid_header_fields = true`.
//!
//! ```hcl
//! resource "aws_lb" "main" {
//!   load_balancer_type         = "application"
//!   drop_invalid_header_fields = true
//! }
//! ```
//!
//! ## Source
//!
//! - [Application Load Balancers: load balancer attributes](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#load-balancer-attributes)
//! - [Security Hub control ELB.4](https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html)

use crate::Check;

rule! { Warning, AnyStack, ["APP-3"] }

fn check(check: &mut Check) {
    for balancer in check.all("aws_lb") {
        // Without the argument it is an application load balancer, and hands them on.
        if balancer.at("load_balancer_type").string().known().unwrap_or("application")
            == "application"
        {
            let drops = balancer.at("drop_invalid_header_fields");
            check.expect(
                &drops,
                drops.bool().or(false),
                "forwards header fields that are not valid HTTP",
            );
        }
    }
}
