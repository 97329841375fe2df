//! Metrics of what runs code: ECS, Lambda, EC2 and others.

use super::{Group, Namespace};

pub const NAMESPACES: &[Namespace] = &[
    Namespace {
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html
        name: "AWS/ECS",
        groups: &[
            Group {
                dimensions: &[
                    "ClusterName",
                    "ClusterName ServiceName",
                    "CapacityProviderName ClusterName",
                ],
                names: "CPUUtilization EBSFilesystemUtilization MemoryUtilization",
            },
            Group {
                dimensions: &["ClusterName", "CapacityProviderName ClusterName"],
                names: "CPUReservation GPUReservation MemoryReservation",
            },
            Group {
                dimensions: &["ClusterName *", "DiscoveryName *", "TargetDiscoveryName *"],
                names: "ActiveConnectionCount ClientTLSNegotiationErrorCount GrpcRequestCount \
                        HTTPCode_Target_2XX_Count
                    HTTPCode_Target_3XX_Count HTTPCode_Target_4XX_Count HTTPCode_Target_5XX_Count \
                        NewConnectionCount
                    ProcessedBytes RequestCount RequestCountPerTarget TargetProcessedBytes \
                        TargetResponseTime
                    TargetTLSNegotiationErrorCount",
            },
        ],
    },
    Namespace {
        // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-ECS.html
        // and
        // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-enhanced-observability-metrics-ECS.html
        name: "ECS/ContainerInsights",
        groups: &[
            Group {
                dimensions: &["ClusterName ServiceName"],
                names: "DeploymentCount DesiredTaskCount PendingTaskCount RunningTaskCount \
                        TaskSetCount",
            },
            Group {
                dimensions: &["ClusterName"],
                names: "ContainerInstanceCount ServiceCount TaskCount",
            },
            Group {
                dimensions: &["ClusterName *"],
                names: "ContainerCpuReserved ContainerCpuUtilization ContainerCpuUtilized \
                        ContainerMemoryReserved
                    ContainerMemoryUtilization ContainerMemoryUtilized ContainerNetworkRxBytes \
                        ContainerNetworkTxBytes
                    ContainerStorageReadBytes ContainerStorageWriteBytes CpuReserved CpuUtilized \
                        EBSFilesystemSize
                    EBSFilesystemUtilized EphemeralStorageReserved EphemeralStorageUtilized \
                        InstanceDataFilesystemUtilization
                    InstanceOSFilesystemUtilization MemoryReserved MemoryUtilized NetworkRxBytes \
                        NetworkTxBytes
                    RestartCount StorageReadBytes StorageWriteBytes TaskCpuUtilization \
                        TaskEBSFilesystemUtilization
                    TaskEphemeralStorageUtilization TaskMemoryUtilization \
                        UnHealthyContainerHealthStatus instance_cpu_limit
                    instance_cpu_reserved_capacity instance_cpu_usage_total \
                        instance_cpu_utilization
                    instance_filesystem_utilization instance_memory_limit \
                        instance_memory_reserved_capacity
                    instance_memory_utilization instance_memory_working_set \
                        instance_network_total_bytes
                    instance_number_of_running_tasks",
            },
        ],
    },
    Namespace {
        // https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
        name: "AWS/Lambda",
        groups: &[
            Group {
                dimensions: &["FunctionName *", ""],
                names: "AsyncEventAge AsyncEventsDropped AsyncEventsReceived ConcurrentExecutions \
                        DeadLetterErrors
                    DestinationDeliveryFailures Duration Errors Invocations IteratorAge OffsetLag \
                        OversizedRecordCount
                    PostRuntimeExtensionsDuration ProvisionedConcurrencyInvocations
                    ProvisionedConcurrencySpilloverInvocations ProvisionedConcurrencyUtilization
                    ProvisionedConcurrentExecutions RecursiveInvocationsDropped \
                        SignatureValidationErrors Throttles",
            },
            Group {
                dimensions: &[""],
                names: "ClaimedAccountConcurrency UnreservedConcurrentExecutions",
            },
            Group {
                dimensions: &["EventSourceMappingUUID *", "FunctionName *"],
                names: "DeletedEventCount DroppedEventCount FailedInvokeEventCount \
                        FilteredOutEventCount InvokedEventCount
                    OnFailureDestinationDeliveredEventCount PolledEventCount ProvisionedPollers",
            },
        ],
    },
    Namespace {
        // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/viewing_metrics_with_cloudwatch.html
        name: "AWS/EC2",
        groups: &[Group {
            dimensions: &["InstanceId *", "AutoScalingGroupName", "ImageId", "InstanceType", ""],
            names: "CPUCreditBalance CPUCreditUsage CPUSurplusCreditBalance \
                    CPUSurplusCreditsCharged CPUUtilization
                DedicatedHostCPUUtilization DiskReadBytes DiskReadOps DiskWriteBytes DiskWriteOps \
                    EBSByteBalance%
                EBSIOBalance% EBSReadBytes EBSReadOps EBSWriteBytes EBSWriteOps \
                    GPUPowerUtilization MetadataNoToken
                MetadataNoTokenRejected NetworkIn NetworkOut NetworkPacketsIn NetworkPacketsOut \
                    StatusCheckFailed
                StatusCheckFailed_AttachedEBS StatusCheckFailed_Instance StatusCheckFailed_System",
        }],
    },
    Namespace {
        // https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-metrics.html
        name: "AWS/AutoScaling",
        groups: &[Group {
            dimensions: &["AutoScalingGroupName *"],
            names: "GroupAndWarmPoolDesiredCapacity GroupAndWarmPoolTotalCapacity \
                    GroupDesiredCapacity
                GroupInServiceCapacity GroupInServiceInstances GroupMaxSize GroupMinSize \
                    GroupPendingCapacity
                GroupPendingInstances GroupStandbyCapacity GroupStandbyInstances \
                    GroupTerminatingCapacity
                GroupTerminatingInstances GroupTotalCapacity GroupTotalInstances \
                    PredictiveScalingCapacityForecast
                PredictiveScalingLoadForecast PredictiveScalingMetricPairCorrelation \
                    WarmPoolDesiredCapacity
                WarmPoolMinSize WarmPoolPendingCapacity WarmPoolTerminatingCapacity \
                    WarmPoolTotalCapacity
                WarmPoolWarmedCapacity",
        }],
    },
    Namespace {
        // https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
        name: "AWS/States",
        groups: &[
            Group {
                dimensions: &["StateMachineArn *"],
                names: "ExecutionThrottled ExecutionTime ExecutionsAborted ExecutionsFailed \
                        ExecutionsStarted
                    ExecutionsSucceeded ExecutionsTimedOut ExpressExecutionBilledDuration \
                        ExpressExecutionBilledMemory
                    ExpressExecutionMemory",
            },
            Group {
                dimensions: &["*"],
                names: "ActivitiesFailed ActivitiesHeartbeatTimedOut ActivitiesScheduled \
                        ActivitiesStarted
                    ActivitiesSucceeded ActivitiesTimedOut ActivityRunTime ActivityScheduleTime \
                        ActivityTime
                    ConsumedCapacity LambdaFunctionRunTime LambdaFunctionScheduleTime \
                        LambdaFunctionTime
                    LambdaFunctionsFailed LambdaFunctionsScheduled LambdaFunctionsStarted \
                        LambdaFunctionsSucceeded
                    LambdaFunctionsTimedOut OpenExecutionCount OpenExecutionLimit \
                        ProvisionedBucketSize
                    ProvisionedRefillRate ServiceIntegrationRunTime ServiceIntegrationScheduleTime \
                        ServiceIntegrationTime
                    ServiceIntegrationsFailed ServiceIntegrationsScheduled \
                        ServiceIntegrationsStarted
                    ServiceIntegrationsSucceeded ServiceIntegrationsTimedOut ThrottledEvents",
            },
        ],
    },
];
