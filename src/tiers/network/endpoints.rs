//! AWS services reached without the internet: S3 through a gateway endpoint, others through interface endpoints.
//!
//! An endpoint policy bounds what passes; what a role may do is the role's own policy. Actions and resources are those of
//! the stack, so that stolen credentials of another account carry nothing out.
//! Source: "Building a Data Perimeter on AWS", "Preventing unintended access: network perimeter".

use super::routes::Routes;
use super::security_groups::Group;
use super::subnets::Subnets;
use super::{Inputs, each};
use crate::aws::{AwsVpc, AwsVpcEndpoint};
use crate::config::InterfaceEndpoint;
use crate::naming::Kind;
use crate::policy::actions::{ecr, kms, lambda, logs, s3, secretsmanager, sts};
use crate::policy::{self, Statement, allow};
use crate::tf::{Attr, DeclareError, Handle, Module};
use crate::tiers::{name_of, tags};
use crate::{block, text};

/// The gateway endpoint of S3, in the routes of the app subnets: transaction logs and image layers pass no NAT gateway.
pub fn s3(module: &mut Module, vpc: &Handle<AwsVpc>, routes: &Routes, var: &Inputs) -> Result<(), DeclareError> {
    let transaction_logs = allow("TransactionLogs", [s3::GET_OBJECT, s3::PUT_OBJECT])
        .to_principals(["*"])
        .on([text!(&var.transaction_log_bucket_arn, "/*")])
        .when("StringEquals", "aws:PrincipalAccount", [&var.account_id]);
    // ECR hands out its layers from a bucket of its own, by links signed by ECR.
    // Source: Amazon ECR User Guide, "Minimum Amazon S3 Bucket Permissions for Amazon ECR".
    let image_layers = allow("ImageLayers", [s3::GET_OBJECT])
        .to_principals(["*"])
        .on(["arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*"]);
    let policy = module.data("endpoint_s3", policy::document([transaction_logs, image_layers]))?;
    let endpoint = block!(AwsVpcEndpoint {
        vpc_id: vpc.id(),
        service_name: "com.amazonaws.us-east-1.s3",
        vpc_endpoint_type: "Gateway",
        route_table_ids: each(&routes.app_tables, |one| one.id()),
        policy: policy.json(),
        tags: tags(name_of(Kind::VpcEndpoint, "s3")),
    });
    module.resource("s3", endpoint).map(drop)
}

/// Interface endpoints with a network interface in every zone (ALL-5), under the public names of their services.
pub fn interfaces(
    module: &mut Module,
    endpoints: &[InterfaceEndpoint],
    vpc: &Handle<AwsVpc>,
    subnets: &Subnets,
    group: &Group,
    var: &Inputs,
) -> Result<(), DeclareError> {
    for endpoint in endpoints {
        let service = endpoint.service();
        let label = service.replace('.', "_");
        let statements = statements(*endpoint, var)
            .into_iter()
            .map(|statement| statement.when("StringEquals", "aws:PrincipalAccount", [&var.account_id]));
        let policy = module.data(format!("endpoint_{label}"), policy::document(statements))?;
        let endpoint = block!(AwsVpcEndpoint {
            vpc_id: vpc.id(),
            service_name: format!("com.amazonaws.us-east-1.{service}"),
            vpc_endpoint_type: "Interface",
            subnet_ids: each(&subnets.app, |one| one.id()),
            security_group_ids: [group.id()],
            private_dns_enabled: true,
            policy: policy.json(),
            tags: tags(name_of(Kind::VpcEndpoint, &service.replace('.', "-"))),
        });
        module.resource(label, endpoint)?;
    }
    Ok(())
}

/// What the stack asks of a service.
fn statements(endpoint: InterfaceEndpoint, var: &Inputs) -> Vec<Statement> {
    let own = |service: &str, resource: &str| -> Attr<String> {
        text!(format!("arn:aws:{service}:us-east-1:"), &var.account_id, format!(":{resource}"))
    };
    let statement = match endpoint {
        InterfaceEndpoint::EcrApi | InterfaceEndpoint::EcrDkr => return pull_images(),
        InterfaceEndpoint::Logs => {
            allow("WriteLogs", [logs::CREATE_LOG_STREAM, logs::PUT_LOG_EVENTS]).on([own("logs", "log-group:*")])
        }
        InterfaceEndpoint::SecretsManager => {
            allow("ReadSecrets", [secretsmanager::GET_SECRET_VALUE]).on([own("secretsmanager", "secret:*")])
        }
        InterfaceEndpoint::Kms => allow("UseKeys", [kms::DECRYPT, kms::GENERATE_DATA_KEY]).on([own("kms", "key/*")]),
        InterfaceEndpoint::Lambda => {
            allow("InvokeFunctions", [lambda::INVOKE_FUNCTION]).on([own("lambda", "function:*")])
        }
        InterfaceEndpoint::Sts => {
            allow("AssumeRoles", [sts::ASSUME_ROLE]).on([text!("arn:aws:iam::", &var.account_id, ":role/*")])
        }
    };
    vec![statement.to_principals(["*"])]
}

/// Images may lie in a repository of another account; they are only read.
fn pull_images() -> Vec<Statement> {
    let layers = [ecr::BATCH_CHECK_LAYER_AVAILABILITY, ecr::BATCH_GET_IMAGE, ecr::GET_DOWNLOAD_URL_FOR_LAYER];
    vec![
        allow("PullImages", layers).to_principals(["*"]).on(["arn:aws:ecr:us-east-1:*:repository/*"]),
        allow("LogIn", [ecr::GET_AUTHORIZATION_TOKEN])
            .to_principals(["*"])
            .on_anything("ecr:GetAuthorizationToken has no resource-level permissions"),
    ]
}
