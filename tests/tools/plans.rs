//! Real Terraform with the real AWS provider plans, without any AWS.

mod alarms_arrive;
mod aws_schema;
mod cloudformation;
mod foreign;
mod mutation;
mod rule_plans;
mod stack;
mod written;
mod zonal_arguments;
mod zone_plans;
