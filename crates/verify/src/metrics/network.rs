//! Metrics of what forwards traffic.

use super::{Group, Namespace};

const LOAD_BALANCER: &[&str] = &["LoadBalancer", "AvailabilityZone LoadBalancer"];
const TARGET_GROUP: &[&str] =
    &["LoadBalancer TargetGroup", "AvailabilityZone LoadBalancer TargetGroup"];
const BOTH: &[&str] = &[
    "LoadBalancer",
    "AvailabilityZone LoadBalancer",
    "LoadBalancer TargetGroup",
    "AvailabilityZone LoadBalancer TargetGroup",
];

pub const NAMESPACES: &[Namespace] = &[
    APPLICATION_ELB,
    NETWORK_ELB,
    CLASSIC_ELB,
    Namespace {
        // https://docs.aws.amazon.com/vpc/latest/userguide/metrics-dimensions-nat-gateway.html
        name: "AWS/NATGateway",
        groups: &[Group {
            dimensions: &["NatGatewayId"],
            names: "ActiveConnectionCount BytesInFromDestination BytesInFromSource \
                    BytesOutToDestination BytesOutToSource
                ConnectionAttemptCount ConnectionEstablishedCount ErrorPortAllocation \
                    IdleTimeoutCount PacketsDropCount
                PacketsInFromDestination PacketsInFromSource PacketsOutToDestination \
                    PacketsOutToSource
                PeakBytesPerSecond PeakPacketsPerSecond",
        }],
    },
    Namespace {
        // https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-cloudwatch-metrics.html
        name: "AWS/TransitGateway",
        groups: &[Group {
            dimensions: &["TransitGateway *"],
            names: "BytesDropCountBlackhole BytesDropCountNoRoute BytesIn BytesOut \
                    PacketDropCountBlackhole
                PacketDropCountNoRoute PacketDropCountTTLExpired PacketsIn PacketsOut",
        }],
    },
    Namespace {
        // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html
        name: "AWS/CloudFront",
        groups: &[Group {
            dimensions: &["Region *"],
            names: "401ErrorRate 403ErrorRate 404ErrorRate 4xxErrorRate 502ErrorRate 503ErrorRate \
                    504ErrorRate 5xxErrorRate
                BytesDownloaded BytesUploaded CacheHitRate FunctionComputeUtilization \
                    FunctionExecutionErrors
                FunctionInvocations FunctionThrottles FunctionValidationErrors LambdaExecutionError
                LambdaLimitExceededErrors LambdaValidationError OriginLatency Requests \
                    TotalErrorRate",
        }],
    },
    Namespace {
        // https://docs.aws.amazon.com/waf/latest/developerguide/waf-metrics.html
        name: "AWS/WAFV2",
        groups: &[Group {
            dimensions: &["*"],
            names: "AllowedRequests BlockedRequests CaptchaRequests CaptchasAttempted \
                    CaptchasAttemptedSdk CaptchasSolved
                CaptchasSolvedSdk ChallengeRequests CountedRequests PassedRequests \
                    RequestsWithValidCaptchaToken
                RequestsWithValidChallengeToken SampleAllowedRequest SampleBlockedRequest \
                    SampleCaptchaRequest
                SampleChallengeRequest SampleCountRequest",
        }],
    },
    Namespace {
        // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-cloudwatch.html
        name: "AWS/Route53",
        groups: &[Group {
            dimensions: &["HealthCheckId *", "HostedZoneId *", "Region *"],
            names: "ChildHealthCheckHealthyCount ConnectionTime DNSQueries DNSSECInternalFailure
                DNSSECKeySigningKeyAgeOfNoAction DNSSECKeySigningKeyMaxNeedingActionAge \
                    DNSSECKeySigningKeysNeedingAction
                HealthCheckPercentageHealthy HealthCheckStatus SSLHandshakeTime TimeToFirstByte",
        }],
    },
    Namespace {
        // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
        name: "AWS/ApiGateway",
        groups: &[Group {
            dimensions: &["ApiName *", "ApiId *"],
            names: "4XXError 4xx 5XXError 5xx CacheHitCount CacheMissCount ClientError \
                    ConnectCount Count DataProcessed
                ExecutionError IntegrationError IntegrationLatency Latency MessageCount",
        }],
    },
];

// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
const APPLICATION_ELB: Namespace = Namespace {
    name: "AWS/ApplicationELB",
    groups: &[
        Group {
            dimensions: TARGET_GROUP,
            names: "AnomalousHostCount HealthyHostCount HealthyStateDNS HealthyStateRouting \
                    MitigatedHostCount
                UnHealthyHostCount UnhealthyRoutingRequestCount UnhealthyStateDNS \
                    UnhealthyStateRouting
                ZonalShiftedHostCount",
        },
        Group {
            dimensions: BOTH,
            names: "HTTPCode_Target_2XX_Count HTTPCode_Target_3XX_Count HTTPCode_Target_4XX_Count
                HTTPCode_Target_5XX_Count RequestCount TargetConnectionErrorCount \
                    TargetResponseTime
                TargetTLSNegotiationErrorCount",
        },
        Group {
            dimensions: &["TargetGroup *"],
            names: "LambdaInternalError LambdaTargetProcessedBytes LambdaUserError \
                    RequestCountPerTarget",
        },
        Group {
            dimensions: LOAD_BALANCER,
            names: "ActiveConnectionCount BYOIPUtilPercentage ClientTLSNegotiationErrorCount \
                    ConsumedLCUs
                DesyncMitigationMode_NonCompliant_Request_Count DroppedInvalidHeaderRequestCount \
                    ELBAuthError
                ELBAuthFailure ELBAuthLatency ELBAuthRefreshTokenSuccess ELBAuthSuccess \
                    ELBAuthUserClaimsSizeExceeded
                ForwardedInvalidHeaderRequestCount GrpcRequestCount HTTPCode_ELB_3XX_Count \
                    HTTPCode_ELB_4XX_Count
                HTTPCode_ELB_500_Count HTTPCode_ELB_502_Count HTTPCode_ELB_503_Count \
                    HTTPCode_ELB_504_Count
                HTTPCode_ELB_5XX_Count HTTP_Fixed_Response_Count HTTP_Redirect_Count
                HTTP_Redirect_Url_Limit_Exceeded_Count IPv6ProcessedBytes IPv6RequestCount \
                    LowReputationPacketsDropped
                LowReputationRequestsDenied NewConnectionCount NonStickyRequestCount PeakLCUs \
                    ProcessedBytes
                RejectedConnectionCount ReservedLCUs RuleEvaluations StandardProcessedBytes",
        },
    ],
};

// https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-cloudwatch-metrics.html
const NETWORK_ELB: Namespace = Namespace {
    name: "AWS/NetworkELB",
    groups: &[
        Group { dimensions: TARGET_GROUP, names: "HealthyHostCount UnHealthyHostCount" },
        Group {
            dimensions: BOTH,
            names: "ActiveFlowCount ActiveFlowCount_QUIC ActiveFlowCount_TCP ActiveFlowCount_TLS \
                    ActiveFlowCount_UDP
                ActiveZonalShiftHostCount ClientTLSNegotiationErrorCount ConsumedLCUs \
                    ConsumedLCUs_QUIC ConsumedLCUs_TCP
                ConsumedLCUs_TLS ConsumedLCUs_UDP NewFlowCount NewFlowCount_QUIC NewFlowCount_TCP \
                    NewFlowCount_TLS
                NewFlowCount_UDP PeakBytesPerSecond PeakPacketsPerSecond PortAllocationErrorCount \
                    ProcessedBytes
                ProcessedBytes_QUIC ProcessedBytes_TCP ProcessedBytes_TLS ProcessedBytes_UDP \
                    ProcessedPackets
                RejectedFlowCount RejectedFlowCount_TCP ReservedLCUs \
                    SecurityGroupBlockedFlowCount_Inbound_ICMP
                SecurityGroupBlockedFlowCount_Inbound_TCP SecurityGroupBlockedFlowCount_Inbound_UDP
                SecurityGroupBlockedFlowCount_Outbound_ICMP \
                    SecurityGroupBlockedFlowCount_Outbound_TCP
                SecurityGroupBlockedFlowCount_Outbound_UDP TCP_Client_Reset_Count \
                    TCP_ELB_Reset_Count
                TCP_Target_Reset_Count TargetTLSNegotiationErrorCount UnhealthyRoutingFlowCount \
                    ZonalHealthStatus",
        },
    ],
};

// https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-cloudwatch-metrics.html
const CLASSIC_ELB: Namespace = Namespace {
    name: "AWS/ELB",
    groups: &[Group {
        dimensions: &["LoadBalancerName *", "AvailabilityZone", ""],
        names: "BackendConnectionErrors DesyncMitigationMode_NonCompliant_Request_Count \
                EstimatedALBActiveConnectionCount
            EstimatedALBConsumedLCUs EstimatedALBNewConnectionCount EstimatedProcessedBytes \
                HTTPCode_Backend_2XX
            HTTPCode_Backend_3XX HTTPCode_Backend_4XX HTTPCode_Backend_5XX HTTPCode_ELB_4XX \
                HTTPCode_ELB_5XX
            HealthyHostCount Latency RequestCount SpilloverCount SurgeQueueLength \
                UnHealthyHostCount",
    }],
};
