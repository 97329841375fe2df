//! What an alarm watches: the resources that its dimensions name.

use crate::alarm::Metric;
use crate::attribute_path::AttributePath;
use crate::inventory::Inventory;
use crate::links::Links;
use crate::planned::Planned::Known;
use crate::resource::Resource;

/// Where the value of a dimension comes from.
#[derive(Debug, Clone, Copy)]
pub struct Origin {
    /// The dimension's name.
    pub dimension: &'static str,
    /// The types of the resources that it names.
    pub kinds: &'static [&'static str],
    /// The attributes of theirs that have the value. The first says it best.
    pub attributes: &'static [&'static str],
}

const fn origin(
    dimension: &'static str,
    kinds: &'static [&'static str],
    attributes: &'static [&'static str],
) -> Origin {
    Origin { dimension, kinds, attributes }
}

/// Source: of each resource, the attributes that AWS provider 5.100.0 documents; of each dimension,
/// the same pages as of the metrics. The id of a cluster or service of ECS and of a topic is an
/// ARN, of a queue its URL, and of an `aws_db_instance` the resource id `db-…`: CloudWatch knows
/// none of them.
const ORIGINS: [Origin; 28] = [
    origin("LoadBalancer", &["aws_lb"], &["arn_suffix"]),
    origin("TargetGroup", &["aws_lb_target_group"], &["arn_suffix"]),
    origin("LoadBalancerName", &["aws_elb"], &["name", "id"]),
    origin("NatGatewayId", &["aws_nat_gateway"], &["id"]),
    origin("TransitGateway", &["aws_ec2_transit_gateway"], &["id"]),
    origin("DistributionId", &["aws_cloudfront_distribution"], &["id"]),
    origin("WebACL", &["aws_wafv2_web_acl"], &["name"]),
    origin("HealthCheckId", &["aws_route53_health_check"], &["id"]),
    origin("ApiName", &["aws_api_gateway_rest_api"], &["name"]),
    origin("ApiId", &["aws_apigatewayv2_api"], &["id"]),
    origin("ClusterName", &["aws_ecs_cluster"], &["name"]),
    origin("ServiceName", &["aws_ecs_service"], &["name"]),
    origin("FunctionName", &["aws_lambda_function"], &["function_name", "id"]),
    origin("InstanceId", &["aws_instance"], &["id"]),
    origin("AutoScalingGroupName", &["aws_autoscaling_group"], &["name", "id"]),
    origin("StateMachineArn", &["aws_sfn_state_machine"], &["arn", "id"]),
    origin("DBClusterIdentifier", &["aws_rds_cluster"], &["cluster_identifier", "id"]),
    origin(
        "DBInstanceIdentifier",
        &["aws_rds_cluster_instance", "aws_db_instance"],
        &["identifier"],
    ),
    origin("ProxyName", &["aws_db_proxy"], &["name", "id"]),
    origin("TableName", &["aws_dynamodb_table"], &["name", "id"]),
    origin("BucketName", &["aws_s3_bucket"], &["bucket", "id"]),
    origin("FileSystemId", &["aws_efs_file_system"], &["id"]),
    origin("CertificateArn", &["aws_acm_certificate"], &["arn", "id"]),
    origin("QueueName", &["aws_sqs_queue"], &["name"]),
    origin("TopicName", &["aws_sns_topic"], &["name"]),
    origin("RuleName", &["aws_cloudwatch_event_rule"], &["name", "id"]),
    origin("ScheduleGroup", &["aws_scheduler_schedule_group"], &["name", "id"]),
    origin("LogGroupName", &["aws_cloudwatch_log_group"], &["name", "id"]),
];

impl Origin {
    /// Where a dimension of a metric comes from. The target groups of RDS Proxy are none of a load
    /// balancer's.
    pub fn of(metric: &Metric, dimension: &str) -> Option<Self> {
        let namespace = metric.namespace()?.name;
        let is_other = dimension == "TargetGroup" && !namespace.ends_with("ELB");
        ORIGINS.into_iter().find(|origin| origin.dimension == dimension && !is_other)
    }

    /// The dimensions that name a resource of a type.
    pub fn naming(kind: &str) -> impl Iterator<Item = Self> {
        ORIGINS.into_iter().filter(move |origin| origin.kinds.contains(&kind))
    }

    /// The place of the dimension's value in a metric.
    pub fn place<'a>(&self, metric: &Metric<'a>) -> AttributePath<'a> {
        metric.dimensions().at(self.dimension)
    }

    /// What the value refers to.
    pub fn links<'a>(&self, metric: &Metric<'a>) -> Links<'a> {
        self.place(metric).link_to(self.kinds)
    }

    /// Whether an attribute has the value. `identifier` of a cluster's instance is also its id.
    pub fn is_attribute(&self, attribute: &str, of: Resource) -> bool {
        self.attributes.contains(&attribute)
            || (attribute == "id" && of.kind() == "aws_rds_cluster_instance")
    }

    /// The resource of the plan that has a value.
    pub fn with_value<'a>(&self, inventory: &'a Inventory, value: &str) -> Option<Resource<'a>> {
        let mut all = inventory.all_of(self.kinds);
        all.find(|resource| {
            self.attributes.iter().any(|attribute| resource.at(attribute).string() == Known(value))
        })
    }
}

/// The resources of a type that a metric is about.
pub fn subjects<'a>(metric: &Metric<'a>, kind: &str) -> Vec<Resource<'a>> {
    let of = |origin: Origin| {
        let mut found: Vec<_> = origin.links(metric).resources().collect();
        if let (true, Known(value)) = (found.is_empty(), origin.place(metric).string()) {
            found.extend(origin.with_value(metric.place.resource().inventory(), value));
        }
        found
    };
    Origin::naming(kind).flat_map(of).collect()
}
