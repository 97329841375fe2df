// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_db_proxy`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_proxy
    AwsDbProxy = "aws_db_proxy", AwsDbProxyAttributes
    arguments {
        optional debug_logging: bool,
        required engine_family: String,
        optional idle_client_timeout: Number,
        required name: String,
        optional require_tls: bool,
        required role_arn: String,
        optional tags: BTreeMap<String, String>,
        optional vpc_security_group_ids: Vec<String>,
        required vpc_subnet_ids: Vec<String>,
    }
    blocks {
        auth: AwsDbProxyAuth = 1..=usize::MAX,
    }
    attributes {
        arn: String,
        endpoint: String,
        id: String,
        tags_all: BTreeMap<String, String>,
    }
}

terraform::block_type! {
    /// `auth` of `aws_db_proxy`.
    AwsDbProxyAuth
    arguments {
        optional auth_scheme: String,
        optional client_password_auth_type: String,
        optional description: String,
        optional iam_auth: String,
        optional secret_arn: String,
        optional username: String,
    }
    blocks {}
}
