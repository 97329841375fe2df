//! paytf writes a highly available payment-processing infrastructure on AWS as standard Terraform.
#![warn(missing_docs)]

#[rustfmt::skip] // generated
pub mod aws;
pub mod capacity;
pub mod cidr;
pub mod config;
pub mod naming;
pub mod policy;
pub mod render;
pub mod schema;
pub mod stack;
pub mod tf;
pub mod tiers;
