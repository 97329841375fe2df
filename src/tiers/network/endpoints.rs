//! AWS services reached without the internet: S3 through a gateway endpoint, others through
//! interface endpoints.
//!
//! An endpoint policy bounds what passes; what a role may do is the role's own policy. Actions and
//! resources are those of the stack, so that credentials of another account carry nothing out.
//! Source: "Building a Data Perimeter on AWS", "Preventing unintended access: network perimeter".

use super::routes::Routes;
use super::security_groups::Group;
use super::subnets::Subnets;
use super::{Inputs, each};
use crate::aws::{AwsVpc, AwsVpcEndpoint};
use crate::config::InterfaceEndpoint;
use crate::naming::Kind;
use crate::policy::actions::{
    cloudwatch, ecr, events, kms, lambda, logs, s3, secretsmanager, sns, sqs, ssm, ssmmessages,
    states, sts,
};
use crate::policy::{self, Statement, allow};
use crate::tiers::{name_of, tags};
use terraform::tf::{Attr, DeclareError, Handle, Module};
use terraform::{block, text};

/// The gateway endpoint of S3, in the routes of the app subnets: transaction logs and image layers
/// pass no NAT gateway.
pub fn s3(
    module: &mut Module,
    vpc: &Handle<AwsVpc>,
    routes: &Routes,
    var: &Inputs,
) -> Result<(), DeclareError> {
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

/// Interface endpoints with a network interface in every zone (ALL-5), under the public names of
/// their services.
pub fn interfaces(
    module: &mut Module,
    endpoints: &[InterfaceEndpoint],
    vpc: &Handle<AwsVpc>,
    subnets: &Subnets,
    group: &Group,
    var: &Inputs,
) -> Result<(), DeclareError> {
    for endpoint in endpoints {
        let service = endpoint.to_string();
        let label = service.replace('.', "_");
        let statements = statements(*endpoint, var).into_iter().map(|statement| {
            statement.when("StringEquals", "aws:PrincipalAccount", [&var.account_id])
        });
        let policy = module.data(format!("endpoint_{label}"), policy::document(statements))?;
        let endpoint = block!(AwsVpcEndpoint {
            vpc_id: vpc.id(),
            service_name: endpoint.service_name(),
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

/// What a payment stack asks of a service, of resources in its own account.
fn statements(endpoint: InterfaceEndpoint, var: &Inputs) -> Vec<Statement> {
    use InterfaceEndpoint::*;
    let own = |service: &str, resource: &str| -> [Attr<String>; 1] {
        let region = if service == "iam" { "" } else { "us-east-1" };
        [text!(format!("arn:aws:{service}:{region}:"), &var.account_id, format!(":{resource}"))]
    };
    let statement = match endpoint {
        EcrApi | EcrDkr => return pull_images(),
        Logs => allow("WriteLogs", [logs::CREATE_LOG_STREAM, logs::PUT_LOG_EVENTS])
            .on(own("logs", "log-group:*")),
        SecretsManager => allow("ReadSecrets", [secretsmanager::GET_SECRET_VALUE])
            .on(own("secretsmanager", "secret:*")),
        Kms => allow("UseKeys", [kms::DECRYPT, kms::GENERATE_DATA_KEY]).on(own("kms", "key/*")),
        Lambda => {
            allow("InvokeFunctions", [lambda::INVOKE_FUNCTION]).on(own("lambda", "function:*"))
        }
        Monitoring => allow("PutMetrics", [cloudwatch::PUT_METRIC_DATA])
            .on_anything("cloudwatch:PutMetricData has no resource-level permissions"),
        Sns => allow("Publish", [sns::PUBLISH]).on(own("sns", "*")),
        Sqs => allow("SendMessages", [sqs::SEND_MESSAGE]).on(own("sqs", "*")),
        Sts => allow("AssumeRoles", [sts::ASSUME_ROLE]).on(own("iam", "role/*")),
        Ssm => allow(
            "ReadParameters",
            [ssm::GET_PARAMETER, ssm::GET_PARAMETERS, ssm::GET_PARAMETERS_BY_PATH],
        )
        .on(own("ssm", "parameter/*")),
        SsmMessages => open_channels(),
        Events => allow("PutEvents", [events::PUT_EVENTS]).on(own("events", "event-bus/*")),
        States => {
            allow("StartExecutions", [states::START_EXECUTION]).on(own("states", "stateMachine:*"))
        }
    };
    vec![statement.to_principals(["*"])]
}

fn open_channels() -> Statement {
    let actions = [
        ssmmessages::CREATE_CONTROL_CHANNEL,
        ssmmessages::CREATE_DATA_CHANNEL,
        ssmmessages::OPEN_CONTROL_CHANNEL,
        ssmmessages::OPEN_DATA_CHANNEL,
    ];
    allow("OpenChannels", actions)
        .on_anything("The actions of ssmmessages have no resource-level permissions")
}

/// Any repository: the role that pulls names its own, and AWS adds containers from repositories of
/// its own to a task.
fn pull_images() -> Vec<Statement> {
    let layers = [
        ecr::BATCH_CHECK_LAYER_AVAILABILITY,
        ecr::BATCH_GET_IMAGE,
        ecr::GET_DOWNLOAD_URL_FOR_LAYER,
    ];
    vec![
        allow("PullImages", layers)
            .to_principals(["*"])
            .on(["arn:aws:ecr:us-east-1:*:repository/*"]),
        allow("LogIn", [ecr::GET_AUTHORIZATION_TOKEN])
            .to_principals(["*"])
            .on_anything("ecr:GetAuthorizationToken has no resource-level permissions"),
    ]
}
