//! Where the database is reached: through RDS Proxy or directly.

use super::SERVICE_USER;
use crate::aws::AwsRdsCluster;
use terraform::text;
use terraform::tf::{Attr, Handle, Ref};

/// The way to the database, and what `rds-db:connect` has to name for it.
pub(super) struct Access {
    pub writer_endpoint: Ref<String>,
    pub reader_endpoint: Ref<String>,
    pub proxy_name: Attr<String>,
    /// Secret of the payment tasks' user, where it has a password.
    pub user_secret_arn: Attr<String>,
    /// Resource id of what takes the connection: `cluster-…` or `prx-…`.
    pub resource_id: Ref<String>,
}

impl Access {
    /// To the cluster itself.
    pub fn direct(cluster: &Handle<AwsRdsCluster>) -> Self {
        Access {
            writer_endpoint: cluster.endpoint(),
            reader_endpoint: cluster.reader_endpoint(),
            proxy_name: Attr::Unset,
            user_secret_arn: Attr::Unset,
            resource_id: cluster.cluster_resource_id(),
        }
    }

    /// The database user, as an IAM policy names it.
    /// Source: Amazon Aurora User Guide, "Creating and using an IAM policy for IAM database
    /// access".
    pub fn user_arn(&self, account_id: &Attr<String>) -> Attr<String> {
        text!(
            "arn:aws:rds-db:us-east-1:",
            account_id,
            ":dbuser:",
            &self.resource_id,
            "/",
            SERVICE_USER
        )
    }
}
