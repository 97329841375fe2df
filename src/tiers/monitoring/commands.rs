//! Commands that more than one runbook begins with. They only read.

/// Why ECS starts and stops tasks.
pub(super) const SERVICE_EVENTS: &str = "aws ecs describe-services --region us-east-1 --cluster {{ \
         ecs_cluster }} --services {{ ecs_service }} --query \
         'services[0].[runningCount,desiredCount,deployments[].rolloutState,events[:10].message]'";
/// Which task is unhealthy, where, and why.
pub(super) const TARGET_HEALTH: &str = "aws elbv2 describe-target-health --region us-east-1 \
         --target-group-arn \"$(aws elbv2 describe-target-groups \
         --region us-east-1 --names {{ target_group }} --query \
         'TargetGroups[0].TargetGroupArn' --output text)\" --query \
         'TargetHealthDescriptions[].[Target.AvailabilityZone,Target.Id,TargetHealth.State,TargetHealth.Reason]' \
         --output table";
/// Why the last tasks ended.
pub(super) const STOPPED_TASKS: &str = "aws ecs describe-tasks --region us-east-1 --cluster {{ \
         ecs_cluster }} --tasks $(aws ecs list-tasks --region \
         us-east-1 --cluster {{ ecs_cluster }} --service-name {{ \
         ecs_service }} --desired-status STOPPED --query \
         'taskArns[:10]' --output text) --query \
         'tasks[].[availabilityZone,stopCode,stoppedReason,containers[0].exitCode]' \
         --output table";
/// Errors of the payment tasks.
pub(super) const TASK_ERRORS: &str = "aws logs filter-log-events --region us-east-1 \
         --log-group-name {{ task_log_group }} --start-time $(( \
         ($(date +%s) - 1800) * 1000 )) --filter-pattern '?ERROR \
         ?error' --max-items 50 --query 'events[].message'";
/// Errors of the validation function.
pub(super) const FUNCTION_ERRORS: &str = "aws logs filter-log-events --region us-east-1 \
         --log-group-name {{ function_log_group }} --start-time $(( \
         ($(date +%s) - 1800) * 1000 )) --filter-pattern '?ERROR \
         ?\"Task timed out\"' --max-items 50 --query \
         'events[].message'";
/// Which instance writes, and in what state each is.
pub(super) const INSTANCES: &str = "aws rds describe-db-instances --region us-east-1 --filters \
         Name=db-cluster-id,Values={{ cluster }} --query \
         'DBInstances[].[DBInstanceIdentifier,AvailabilityZone,DBInstanceStatus]' \
         --output table";
/// Which instance is the writer.
pub(super) const WRITER: &str = "aws rds describe-db-clusters --region us-east-1 \
         --db-cluster-identifier {{ cluster }} --query \
         'DBClusters[0].[Status,LatestRestorableTime,DBClusterMembers[].[DBInstanceIdentifier,IsClusterWriter]]'";
/// Failovers, restarts and maintenance.
pub(super) const DATABASE_EVENTS: &str = "aws rds describe-events --region us-east-1 --source-type \
         db-cluster --source-identifier {{ cluster }} --duration 180 \
         --query 'Events[].[Date,Message]' --output table";
/// Slow statements, errors and deadlocks.
pub(super) const DATABASE_LOG: &str = "aws logs filter-log-events --region us-east-1 \
         --log-group-name {{ database_log_group }} --start-time $(( \
         ($(date +%s) - 1800) * 1000 )) --filter-pattern '?ERROR \
         ?duration ?deadlock' --max-items 50 --query \
         'events[].message'";
/// What AWS says about its services in the region.
pub(super) const AWS_HEALTH: &str = "aws health describe-events --region us-east-1 --filter \
         regions=us-east-1,eventStatusCodes=open --query \
         'events[].[service,eventTypeCode,availabilityZone,startTime]' \
         --output table";
/// Where traffic is already moved away from.
pub(super) const ZONAL_SHIFTS: &str = "aws arc-zonal-shift list-zonal-shifts --region us-east-1 --status ACTIVE";
/// What may be scaled to, and what scaling did.
pub(super) const SCALING: &str = "aws application-autoscaling describe-scaling-activities \
         --region us-east-1 --service-namespace ecs --resource-id \
         service/{{ ecs_cluster }}/{{ ecs_service }} --max-items 10 \
         --query \
         'ScalingActivities[].[StartTime,StatusCode,Description,Cause]' \
         --output table";
/// A step: the release before the newest one takes over. It changes something, so it is no first look.
pub(super) const ROLL_BACK: &str = "A release: roll it back with `aws ecs update-service --region us-east-1 --cluster {{ \
         ecs_cluster }} --service {{ ecs_service }} --task-definition \"$(aws ecs list-task-definitions --region \
         us-east-1 --family-prefix {{ task_definition }} --status ACTIVE --sort DESC --no-paginate --query \
         'taskDefinitionArns[1]' --output text)\"`, which starts the revision before the newest one. Then set \
         `container_image` to the image that runs again: the next apply starts the newest image otherwise.";
