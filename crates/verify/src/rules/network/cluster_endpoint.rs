//! The API of a Kubernetes cluster answers the network, not the whole internet.
//!
//! ## Why
//!
//! The API server of an EKS cluster is what administers everything in it. Open to everyone, it is
//! scanned day and night, and a leaked token or an unpatched fault is enough. By default the
//! endpoint is public, for `0.0.0.0/0`.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_eks_cluster" "main" {
//!   vpc_config {
//!     subnet_ids = aws_subnet.app[*].id
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Switch the public endpoint off and the private one on, or name the ranges that may reach it.
//!
//! ```hcl
//! resource "aws_eks_cluster" "main" {
//!   vpc_config {
//!     subnet_ids              = aws_subnet.app[*].id
//!     endpoint_private_access = true
//!     endpoint_public_access  = false
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Control network access to cluster API server endpoint](https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html)
//! - [Security Hub control EKS.1](https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html)

use crate::Check;
use crate::aws::network::is_world;
use crate::planned::Planned::Known;

rule! { Warning, AnyStack, ["NET-3"] }

fn check(check: &mut Check) {
    for cluster in check.all("aws_eks_cluster") {
        let network = cluster.at("vpc_config.0");
        let (public, ranges) =
            (network.at("endpoint_public_access"), network.at("public_access_cidrs"));
        match public.bool().or(true) {
            Known(false) => check.pass(&public),
            // Where no range is named, everyone is meant.
            Known(true) => check.judge(&ranges, ranges.strings().or(vec!["0.0.0.0/0"]), |ranges| {
                let is_open = ranges.is_empty() || ranges.into_iter().any(is_world);
                is_open.then(|| "its API answers everyone".to_owned())
            }),
            _ => check.known_later(&public),
        }
    }
}
