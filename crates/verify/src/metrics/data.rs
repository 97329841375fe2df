//! Metrics of what stores data.

use super::{Group, Namespace};

/// <https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html>,
/// "Dimensions"
const DATABASE: &[&str] = &[
    "DBInstanceIdentifier",
    "DBClusterIdentifier",
    "DBClusterIdentifier Role",
    "DBClusterIdentifier EngineName",
    "DatabaseClass",
    "EngineName",
    "SourceRegion *",
];

pub const NAMESPACES: &[Namespace] = &[
    RDS,
    Namespace {
        // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html
        name: "AWS/DynamoDB",
        groups: &[Group {
            dimensions: &["*"],
            names: "AccountMaxReads AccountMaxTableLevelReads AccountMaxTableLevelWrites \
                    AccountMaxWrites
                AccountProvisionedReadCapacityUtilization \
                    AccountProvisionedWriteCapacityUtilization
                AgeOfOldestUnreplicatedRecord ConditionalCheckFailedRequests \
                    ConsumedChangeDataCaptureUnits
                ConsumedReadCapacityUnits ConsumedWriteCapacityUnits FailedToReplicateRecordCount \
                    FaultInjectionServiceInducedErrors
                MaxProvisionedTableReadCapacityUtilization \
                    MaxProvisionedTableWriteCapacityUtilization
                OnDemandMaxReadRequestUnits OnDemandMaxWriteRequestUnits \
                    OnlineIndexConsumedWriteCapacity
                OnlineIndexPercentageProgress OnlineIndexThrottleEvents PendingReplicationCount \
                    ProvisionedReadCapacityUnits
                ProvisionedWriteCapacityUnits ReadAccountLimitThrottleEvents \
                    ReadKeyRangeThroughputThrottleEvents
                ReadMaxOnDemandThroughputThrottleEvents ReadProvisionedThroughputThrottleEvents \
                    ReadThrottleEvents
                ReplicationLatency ReturnedBytes ReturnedItemCount ReturnedRecordsCount \
                    SuccessfulRequestLatency
                SystemErrors ThrottledPutRecordCount ThrottledRequests TimeToLiveDeletedItemCount \
                    TransactionConflict
                UserErrors WriteAccountLimitThrottleEvents WriteKeyRangeThroughputThrottleEvents
                WriteMaxOnDemandThroughputThrottleEvents WriteProvisionedThroughputThrottleEvents \
                    WriteThrottleEvents",
        }],
    },
    Namespace {
        // https://docs.aws.amazon.com/AmazonS3/latest/userguide/metrics-dimensions.html
        name: "AWS/S3",
        groups: &[
            Group {
                dimensions: &["BucketName StorageType"],
                names: "BucketSizeBytes NumberOfObjects",
            },
            Group {
                dimensions: &["BucketName FilterId"],
                names: "4xxErrors 5xxErrors AllRequests BytesDownloaded BytesUploaded \
                        DeleteRequests FirstByteLatency
                    GetRequests HeadRequests ListRequests PostRequests PutRequests SelectRequests \
                        SelectReturnedBytes
                    SelectScannedBytes TotalRequestLatency",
            },
            Group {
                dimensions: &["DestinationBucket RuleId SourceBucket"],
                names: "BytesPendingReplication OperationsFailedReplication \
                        OperationsPendingReplication
                    ReplicationLatency",
            },
        ],
    },
    Namespace {
        // https://docs.aws.amazon.com/efs/latest/ug/efs-metrics.html
        name: "AWS/EFS",
        groups: &[Group {
            dimensions: &["FileSystemId *"],
            names: "BurstCreditBalance ClientConnections DataReadIOBytes DataWriteIOBytes \
                    MetadataIOBytes
                MetadataReadIOBytes MetadataWriteIOBytes MeteredIOBytes PercentIOLimit \
                    PermittedThroughput StorageBytes
                TimeSinceLastSync TotalIOBytes",
        }],
    },
    Namespace {
        // https://docs.aws.amazon.com/kms/latest/developerguide/monitoring-cloudwatch.html
        name: "AWS/KMS",
        groups: &[Group {
            dimensions: &["*"],
            names: "CloudHSMKeyStoreThrottle ExternalKeyStoreThrottle \
                    SecondsUntilKeyMaterialExpiration SuccessfulRequest
                XksExternalKeyManagerStates XksProxyCertificateDaysToExpire XksProxyCredentialAge \
                    XksProxyErrors
                XksProxyLatency",
        }],
    },
    Namespace {
        // https://docs.aws.amazon.com/acm/latest/userguide/cloudwatch-metrics.html
        name: "AWS/CertificateManager",
        groups: &[Group { dimensions: &["CertificateArn"], names: "DaysToExpiry" }],
    },
];

// https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html,
// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html and, of proxies,
// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.monitoring.html
const RDS: Namespace = Namespace {
    name: "AWS/RDS",
    groups: &[
        Group {
            dimensions: DATABASE,
            names: "ACUUtilization AbortedClients ActiveTransactions AuroraBinlogReplicaLag \
                    AuroraDMLRejectedMasterFull
                AuroraDMLRejectedWriterFull AuroraEstimatedSharedMemoryBytes \
                    AuroraMemoryHealthState
                AuroraMemoryNumDeclinedSqlTotal AuroraMemoryNumKillConnTotal \
                    AuroraMemoryNumKillQueryTotal
                AuroraMillisecondsSpentInOomRecovery AuroraNumOomRecoverySuccessful \
                    AuroraNumOomRecoveryTriggered
                AuroraOptimizedReadsCacheHitRatio AuroraReplicaLag AuroraReplicaLagMaximum \
                    AuroraReplicaLagMinimum
                AuroraSlowConnectionHandleCount AuroraSlowHandshakeCount BacktrackWindowActual \
                    BacktrackWindowAlert
                BinLogDiskUsage BlockedTransactions BufferCacheHitRatio BurstBalance \
                    CPUCreditBalance CPUCreditUsage
                CPUSurplusCreditBalance CPUSurplusCreditsCharged CPUUtilization CheckpointLag \
                    CommitLatency
                CommitThroughput ConnectionAttempts DBLoad DBLoadCPU DBLoadNonCPU \
                    DBLoadRelativeToNumVCPUs DDLLatency
                DDLThroughput DMLLatency DMLThroughput DatabaseConnections Deadlocks DeleteLatency \
                    DeleteThroughput
                DiskQueueDepth DiskQueueDepthLogVolume EBSByteBalance% EBSIOBalance% EngineUptime
                FailedSQLServerAgentJobsCount FreeEphemeralStorage FreeLocalStorage \
                    FreeLocalStoragePercent
                FreeStorageSpace FreeStorageSpaceLogVolume FreeableMemory InsertLatency \
                    InsertThroughput LoginFailures
                MaximumUsedTransactionIDs NetworkReceiveThroughput NetworkThroughput \
                    NetworkTransmitThroughput
                NumBinaryLogFiles OldestLogicalReplicationSlotLag OldestReplicationSlotLag \
                    PurgeBoundary
                PurgeFinishedPoint Queries RDSToAuroraPostgreSQLReplicaLag ReadIOPS \
                    ReadIOPSEphemeralStorage
                ReadIOPSLogVolume ReadLatency ReadLatencyEphemeralStorage ReadLatencyLogVolume \
                    ReadThroughput
                ReadThroughputEphemeralStorage ReadThroughputLogVolume ReplicaLag \
                    ReplicationChannelLag
                ReplicationSlotDiskUsage ResultSetCacheHitRatio RollbackSegmentHistoryListLength \
                    RowLockTime SelectLatency
                SelectThroughput ServerlessDatabaseCapacity StorageNetworkReceiveThroughput \
                    StorageNetworkThroughput
                StorageNetworkTransmitThroughput SumBinaryLogSize SwapUsage TempStorageIOPS \
                    TempStorageThroughput
                TransactionAgeMaximum TransactionLogsDiskUsage TransactionLogsGeneration \
                    TruncateFinishedPoint UpdateLatency
                UpdateThroughput WriteIOPS WriteIOPSEphemeralStorage WriteIOPSLogVolume \
                    WriteLatency
                WriteLatencyEphemeralStorage WriteLatencyLogVolume WriteThroughput \
                    WriteThroughputEphemeralStorage
                WriteThroughputLogVolume",
        },
        Group {
            dimensions: &["*"],
            names: "AuroraGlobalDBDataTransferBytes AuroraGlobalDBProgressLag AuroraGlobalDBRPOLag
                AuroraGlobalDBReplicatedWriteIO AuroraGlobalDBReplicationLag \
                    AuroraVolumeBytesLeftTotal
                BacktrackChangeRecordsCreationRate BacktrackChangeRecordsStored \
                    BackupRetentionPeriodStorageUsed
                SnapshotStorageUsed StorageOptimizationProgress TotalBackupStorageBilled \
                    VolumeBytesUsed VolumeReadIOPs
                VolumeWriteIOPs",
        },
        Group {
            dimensions: &["ProxyName *"],
            names: "AvailabilityPercentage ClientConnections ClientConnectionsClosed \
                    ClientConnectionsNoTLS
                ClientConnectionsReceived ClientConnectionsSetupFailedAuth \
                    ClientConnectionsSetupSucceeded
                ClientConnectionsTLS DatabaseConnectionRequests DatabaseConnectionRequestsWithTLS
                DatabaseConnectionsBorrowLatency DatabaseConnectionsCurrentlyBorrowed
                DatabaseConnectionsCurrentlyInTransaction DatabaseConnectionsCurrentlySessionPinned
                DatabaseConnectionsSetupFailed DatabaseConnectionsSetupSucceeded \
                    DatabaseConnectionsWithTLS
                MaxDatabaseConnectionsAllowed QueryDatabaseResponseLatency QueryRequests \
                    QueryRequestsNoTLS
                QueryRequestsTLS QueryResponseLatency",
        },
    ],
};
