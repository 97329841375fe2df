//! Databases, caches and proxies are in subnets without a way to the internet gateway.
//!
//! ## Why
//!
//! A public subnet is one that is routed to an internet gateway. There, only the security group is
//! between the data and everyone; in a private subnet there is no way in at all.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_db_subnet_group" "main" {
//!   subnet_ids = aws_subnet.public[*].id
//! }
//! ```
//!
//! ## Fix
//!
//! Name private subnets: those whose route table has no route to an internet gateway.
//!
//! ```hcl
//! resource "aws_db_subnet_group" "main" {
//!   subnet_ids = aws_subnet.private[*].id
//! }
//! ```
//!
//! ## Source
//!
//! - [Subnet types](https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html)
//! - [Working with a DB instance in a VPC](https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html)

use super::exposure::expect_private;
use crate::Check;

rule! { Error, AnyStack, ["NET-1", "NET-3"] }

/// Where databases, caches and proxies are.
const PLACES: [(&str, &str); 8] = [
    ("aws_db_proxy", "vpc_subnet_ids"),
    ("aws_db_subnet_group", "subnet_ids"),
    ("aws_dax_subnet_group", "subnet_ids"),
    ("aws_docdb_subnet_group", "subnet_ids"),
    ("aws_elasticache_subnet_group", "subnet_ids"),
    ("aws_memorydb_subnet_group", "subnet_ids"),
    ("aws_neptune_subnet_group", "subnet_ids"),
    ("aws_redshift_subnet_group", "subnet_ids"),
];

fn check(check: &mut Check) {
    for (kind, argument) in PLACES {
        for resource in check.all(kind) {
            expect_private(check, &resource.at(argument));
        }
    }
}
