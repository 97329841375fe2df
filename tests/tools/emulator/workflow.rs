//! The workflows as AWS gets them: Amazon States Language with every reference filled in.

use anyhow::Result;
use hcl::eval::{Context, Evaluate};
use paytf::config::RowsQuery;
use paytf::tf::{Expression, Ports};
use paytf::tiers::resilience::Inputs;
use serde_json::Value;

/// The cluster that the workflows are about.
pub const CLUSTER: &str = "aurora-cluster-staging";
pub const SUBNET_GROUP: &str = "db-subnet-group-staging";

/// A definition, with the module's inputs as Terraform would fill them in.
pub fn definition(of: fn(&Inputs) -> Expression) -> Result<Value> {
    let var = hcl::value!({
        environment_suffix = "staging",
        account_id = "123456789012",
        cluster_identifier = CLUSTER,
        cluster_arn = (format!("arn:aws:rds:us-east-1:123456789012:cluster:{CLUSTER}")),
        subnet_group_name = SUBNET_GROUP,
        database_security_group_id = "sg-0123456789abcdef0",
        instance_class = "db.r7g.large",
        database_name = "payments",
        reader_secret_arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:secret-database-reader-staging-a1b2c3",
        restored_rows_query = (RowsQuery::EVERY_ROW)
    });
    let mut context = Context::new();
    context.declare_var("var", var);
    Ok(serde_json::to_value(of(&Inputs::references(&["var"])).evaluate(&context)?)?)
}
