//! The role of the validation function (IAM-2).

use super::Inputs;
use super::role::{Role, trust};
use crate::naming::Kind;
use crate::policy::actions::{ec2, kms, logs, sqs, xray};
use crate::policy::{Action, Statement, allow, deny_service};
use crate::tiers::{VALIDATION_FUNCTION, name_of};
use terraform::text;

/// The network interfaces of a function in a VPC, as in AWSLambdaVPCAccessExecutionRole.
/// Source: Lambda Developer Guide, "Giving Lambda functions access to resources in an Amazon VPC",
/// "Required permissions".
const NETWORK_INTERFACES: [Action; 6] = [
    ec2::ASSIGN_PRIVATE_IP_ADDRESSES,
    ec2::CREATE_NETWORK_INTERFACE,
    ec2::DELETE_NETWORK_INTERFACE,
    ec2::DESCRIBE_NETWORK_INTERFACES,
    ec2::DESCRIBE_SUBNETS,
    ec2::UNASSIGN_PRIVATE_IP_ADDRESSES,
];

/// Logs, traces, and hands over what failed. It may not create its log group, so that Terraform
/// alone owns that.
///
/// The trust is bound to the account, not to one function: `iam:PassRole` decides which function
/// gets the role.
pub fn function(var: &Inputs) -> Role {
    Role {
        purpose: "validation",
        output: "validation_role_arn",
        description: "The validation function logs, traces and sets failed requests aside.",
        trust: trust("lambda.amazonaws.com").from_account(&var.account_id),
        permissions: [write(var), network_interfaces(var)].concat(),
    }
}

fn write(var: &Inputs) -> Vec<Statement> {
    let streams = text!(&var.validation_log_group_arn, ":*");
    let via_service = |service: &str| [format!("{service}.us-east-1.amazonaws.com")];
    vec![
        allow("WriteLogs", [logs::CREATE_LOG_STREAM, logs::PUT_LOG_EVENTS]).on([streams]),
        allow("SetFailedRequestsAside", [sqs::SEND_MESSAGE])
            .on([&var.validation_dead_letter_queue_arn]),
        // SQS Developer Guide, "Key management": a producer generates data keys and decrypts the
        // one it reuses.
        allow("EncryptFailedRequests", [kms::DECRYPT, kms::GENERATE_DATA_KEY])
            .on([&var.data_key_arn])
            .when("StringEquals", "kms:ViaService", via_service("sqs")),
        allow("DecryptEnvironment", [kms::DECRYPT]).on([&var.data_key_arn]).when(
            "StringEquals",
            "kms:ViaService",
            via_service("lambda"),
        ),
        allow("Trace", [xray::PUT_TELEMETRY_RECORDS, xray::PUT_TRACE_SEGMENTS])
            .on_anything("X-Ray takes no resource for writing traces"),
    ]
}

/// Lambda itself manages the interfaces with this role; the code that runs in the function may not.
/// Source: the page above, "Denying your function's code access to the EC2 API":
/// `lambda:SourceFunctionArn`.
fn network_interfaces(var: &Inputs) -> Vec<Statement> {
    let name = name_of(Kind::LambdaFunction, VALIDATION_FUNCTION);
    let function = text!("arn:aws:lambda:us-east-1:", &var.account_id, ":function:", name);
    vec![
        allow("ManageNetworkInterfaces", NETWORK_INTERFACES)
            .on_anything("Lambda checks the right to network interfaces before any exists"),
        deny_service("KeepCodeFromNetworkInterfaces", "ec2")
            .on_anything("a denial of the whole EC2 API")
            .when("ArnEquals", "lambda:SourceFunctionArn", [function]),
    ]
}
