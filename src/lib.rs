//! Proves that Terraform for AWS survives the loss of an availability zone, and writes a payment
//! platform that does.
//!
//! Two crates below this one do the reading and the proving: [`terraform`] is Terraform's language,
//! and [`verify`] knows AWS and has the rules. The modules here, each of which imports only modules
//! before it in this list:
//!
//! 1. [`naming`]: the name of every resource, within AWS's limits
//! 2. [`cidr`]: the address ranges of networks and subnets
//! 3. [`schema`]: the schema of the AWS provider
//! 4. [`aws`]: the provider's resource types, generated from that schema
//! 5. [`policy`]: IAM policies
//! 6. [`config`]: the settings of `paytf.toml`
//! 7. [`diff`]: what changes between two stacks, for `paytf diff`
//! 8. [`diagram`]: the picture of a stack, for `paytf diagram`
//! 9. [`evidence`]: what auditors get, for `paytf evidence`
//! 10. [`validator`]: the package of the Lambda function
//! 11. [`tiers`]: the parts of the payment stack, each one Terraform module; a tier never imports
//!     another tier
//! 12. [`stack`]: the tiers, connected to each other
//! 13. [`files`]: a stack as files, with its READMEs and runbooks
//! 14. [`disk`]: files on the disk
//! 15. [`sandbox`]: the AWS emulator, and a Terraform that applies the stack to it
//! 16. [`cli`]: the commands
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
