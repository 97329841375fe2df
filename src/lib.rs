//! paytf writes a highly available payment-processing infrastructure on AWS as standard Terraform.
#![warn(missing_docs)]
