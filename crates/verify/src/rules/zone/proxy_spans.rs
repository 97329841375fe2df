//! Every database proxy is in two zones or more.
//!
//! ## Why
//!
//! Connections go through the proxy. If the proxy is in one zone only, the loss of that zone cuts
//! off a database that has already failed over to another one.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_db_proxy" "payments" {
//!   vpc_subnet_ids = [aws_subnet.data_a.id]
//! }
//! ```
//!
//! ## Fix
//!
//! Give it a database subnet in each zone.
//!
//! ```hcl
//! resource "aws_db_proxy" "payments" {
//!   vpc_subnet_ids = [aws_subnet.data_a.id, aws_subnet.data_b.id, aws_subnet.data_c.id]
//! }
//! ```
//!
//! ## Source
//!
//! - [Overview of RDS Proxy: high availability across Availability Zones](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy.howitworks.html)

use crate::Check;
use crate::aws::network::ZonePlacement;

rule! { Error, AnyStack, ["DB-2", "ALL-5"] }

fn check(check: &mut Check) {
    for proxy in check.all("aws_db_proxy") {
        let subnets = proxy.at("vpc_subnet_ids");
        check.expect_span(&subnets, &ZonePlacement::of(&subnets));
    }
}
