//! paytf writes a highly available payment-processing infrastructure on AWS as standard Terraform.
//!
//! | floor | modules |
//! |---|---|
//! | 4 | [`cli`] |
//! | 3 | [`stack`] → tiers · [`files`] → stack, render · [`disk`] · [`validator`] · [`sandbox`] · [`verify`], which knows no tier · [`evidence`] · [`diagram`] → verify |
//! | 2 | [`tiers`] → aws, policy, tf, naming, cidr, capacity, config; a tier never imports a tier |
//! | 1 | [`aws`] (generated) → tf · [`policy`] → tf · [`render`] · [`schema`] · [`diff`] → schema |
//! | 0 | [`tf`] · [`naming`] · [`cidr`] · [`capacity`] · [`config`] |
#![warn(missing_docs)]
// In tests an unwrap is an assertion.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr))]
#![allow(
    clippy::mutable_key_type,
    reason = "a resource is compared and hashed by where it is in its inventory"
)]

/// A block in the words of HCL.
///
/// ```
/// use paytf::{aws::AwsVpc, block};
/// block!(AwsVpc { cidr_block: "10.0.0.0/16", enable_dns_hostnames: true });
/// ```
/// What the provider would refuse does not compile: an unknown argument,
/// ```compile_fail,E0609
/// # use paytf::{aws::AwsVpc, block};
/// block!(AwsVpc { cidr_blok: "10.0.0.0/16" });
/// ```
/// one that only AWS states,
/// ```compile_fail,E0609
/// # use paytf::{aws::AwsVpc, block};
/// block!(AwsVpc { arn: "arn:aws:ec2:us-east-1:123456789012:vpc/vpc-1" });
/// ```
/// a deprecated one,
/// ```compile_fail,E0609
/// # use paytf::{aws::AwsEip, block};
/// block!(AwsEip { vpc: true });
/// ```
/// a value of another type,
/// ```compile_fail,E0277
/// # use paytf::{aws::AwsVpc, block};
/// block!(AwsVpc { enable_dns_hostnames: "yes" });
/// ```
/// and a list where one id is due.
/// ```compile_fail,E0277
/// # use paytf::{aws::AwsSubnet, block, tf::Ref};
/// let vpc_ids: Ref<Vec<String>> = Ref::variable("vpc_ids");
/// block!(AwsSubnet { vpc_id: vpc_ids });
/// ```
pub use terraform::block;
pub use terraform::{ports, render, text, tf, wire};
pub use verify::{self, capacity};

#[rustfmt::skip] // generated
pub mod aws;
pub mod cidr;
pub mod cli;
pub mod config;
pub mod diagram;
pub mod diff;
pub mod disk;
pub mod evidence;
pub mod files;
pub mod naming;
pub mod policy;
pub mod sandbox;
pub mod schema;
pub mod stack;
pub mod tiers;
pub mod validator;
