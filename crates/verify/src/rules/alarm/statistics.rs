//! Which statistics say nothing of a metric.

/// Statistics that say nothing of a metric, and why.
pub struct Useless {
    /// The namespaces, and parts of the metrics' names.
    pub metrics: &'static [(&'static str, &'static str)],
    /// The statistics.
    pub statistics: &'static [&'static str],
    /// What is wrong with them.
    pub reason: &'static str,
}

/// Source: "Statistics" in the tables of the same pages as of the metrics.
pub const USELESS: [Useless; 3] = [
    Useless {
        metrics: &[
            ("AWS/ApplicationELB", "HTTPCode_"),
            ("AWS/ApplicationELB", "RequestCount"),
            ("AWS/ApplicationELB", "RejectedConnectionCount"),
            ("AWS/ApplicationELB", "TargetConnectionErrorCount"),
            ("AWS/ApplicationELB", "TLSNegotiationErrorCount"),
            ("AWS/ELB", "HTTPCode_"),
            ("AWS/ELB", "BackendConnectionErrors"),
            ("AWS/ELB", "RequestCount"),
        ],
        statistics: &["Average", "Minimum", "Maximum"],
        reason: "this does not say how many there were; Sum counts them",
    },
    Useless {
        metrics: &[
            ("AWS/ApplicationELB", "HealthyHostCount"),
            ("AWS/NetworkELB", "HealthyHostCount"),
            ("AWS/ELB", "HealthyHostCount"),
            ("AWS/RDS", "CPUUtilization"),
            ("AWS/RDS", "ReplicaLag"),
            ("AWS/RDS", "Latency"),
            ("AWS/ECS", "Utilization"),
            ("AWS/EC2", "CPUUtilization"),
            ("AWS/ApplicationELB", "TargetResponseTime"),
            ("AWS/Lambda", "Duration"),
            ("AWS/SQS", "ApproximateAgeOfOldestMessage"),
        ],
        statistics: &["Sum"],
        reason: "it adds up what several hosts or samples report of the same thing",
    },
    Useless {
        metrics: &[
            ("AWS/ApplicationELB", "HostCount"),
            ("AWS/NetworkELB", "HostCount"),
            ("AWS/ELB", "HostCount"),
            ("AWS/RDS", ""),
            ("AWS/ECS", "Utilization"),
            ("ECS/ContainerInsights", "TaskCount"),
            ("AWS/SQS", "Approximate"),
        ],
        statistics: &["SampleCount"],
        reason: "it counts the reports, not what they say",
    },
];
