//! How to look around in a running sandbox.

use crate::sandbox::Sandbox;

/// Questions worth a look, as arguments of the AWS CLI.
const QUESTIONS: [&str; 5] = [
    "rds describe-db-instances --query \
     'DBInstances[].[DBInstanceIdentifier,AvailabilityZone,DBInstanceStatus]'",
    "rds describe-db-clusters --query \
     'DBClusters[].DBClusterMembers[].[DBInstanceIdentifier,IsClusterWriter]'",
    "elbv2 describe-load-balancers --query \
     'LoadBalancers[].AvailabilityZones[].[ZoneName,SubnetId]'",
    "ec2 describe-nat-gateways --query 'NatGateways[].[NatGatewayId,State,SubnetId]'",
    "cloudwatch describe-alarms --query 'MetricAlarms[].AlarmName'",
];

/// The commands, one a line; the AWS CLI does not take the endpoint of every service from its
/// environment.
pub fn commands(sandbox: &Sandbox) -> Vec<String> {
    let (place, endpoint) = (sandbox.place.shown(), sandbox.record.endpoint.url());
    let mut commands = vec![format!(". {place}/environment.sh")];
    commands.extend(
        QUESTIONS.map(|question| format!("aws --endpoint-url {endpoint} --output text {question}")),
    );
    commands.push(format!("terraform -chdir={place}/stack plan"));
    commands
}
