//! Three sizes of the same architecture. What a profile changes is cost, never the number of zones.

use super::*;
use crate::cidr::Zone;

keywords! {
    /// What an environment is for; it decides every default.
    Profile {
        /// Smallest sizes, shortest retention.
        Development = "development",
        /// Production's shape at smaller sizes.
        Staging = "staging",
        /// Live payments.
        Production = "production",
    }
}

impl Profile {
    /// US dollars a month that a stack of this profile costs before the first payment, as
    /// `docs/cost.md` adds them up.
    pub fn monthly_dollars(self) -> u32 {
        self.pick(1_238, 583, 390)
    }

    /// One row of the sizing table.
    fn pick<T>(self, production: T, staging: T, development: T) -> T {
        match self {
            Self::Production => production,
            Self::Staging => staging,
            Self::Development => development,
        }
    }

    pub(super) fn network(self) -> Network {
        use InterfaceEndpoint::*;
        Network {
            vpc_cidr: known(self.pick("10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16")),
            availability_zones: Zone::DEFAULT,
            // What something in the network may use, by the actions that it is granted, and what a
            // payment needs even when NAT is down. Not STS: tasks and functions get
            // their credentials without it. Not KMS, SQS or X-Ray: S3 and Lambda ask them, from
            // outside the VPC. Secrets Manager comes with `application.secrets`.
            interface_endpoints: self.pick(vec![EcrApi, EcrDkr, Logs, Lambda], vec![Logs], vec![]),
        }
    }

    pub(super) fn database(self) -> Database {
        Database {
            engine_version: known("16.8"),
            apply_immediately: false,
            instance_class: known(self.pick("db.r7g.large", "db.t4g.medium", "db.t4g.medium")),
            backup_retention_days: Within::of(self.pick(35, 7, 1)),
            backup_window: known("07:00-08:00"),
            maintenance_window: known("sun:09:00-sun:10:00"),
            instance_maintenance_windows: [
                "mon:09:00-mon:10:00",
                "tue:09:00-tue:10:00",
                "wed:09:00-wed:10:00",
            ]
            .map(known),
            proxy: self.pick(true, true, false),
            insights: self.pick(Insights::Standard, Insights::Standard, Insights::Off),
        }
    }

    pub(super) fn application(self) -> Application {
        let (cpu, memory) = self.pick((1_024, 2_048), (512, 1_024), (256, 512));
        Application {
            container_image: None,
            secrets: Secrets::default(),
            container_port: Within::of(8_443),
            previous_container_port: None,
            container_protocol: ContainerProtocol::Https,
            health_check_path: known("/healthz"),
            task_size: FargateSize::new(cpu, memory).expect("the table holds sizes Fargate offers"),
            min_tasks: Within::of(10),
            max_tasks: Within::of(50),
            desired_tasks: Within::of(12),
            cpu_target: Within::of(50),
            memory_target: None,
            requests_per_target: Within::of(1_000),
            certificate_arn: None,
            domain: None,
            waf: Waf { enabled: self.pick(true, true, false), ..Waf::default() },
            container_insights: self.pick(
                ContainerInsights::Enhanced,
                ContainerInsights::Enabled,
                ContainerInsights::Enabled,
            ),
        }
    }

    pub(super) fn validation(self) -> Validation {
        Validation {
            architecture: Architecture::X86_64,
            memory_mb: Within::of(self.pick(512, 256, 256)),
            timeout_seconds: Within::of(10),
            provisioned_concurrency: None,
        }
    }

    pub(super) fn storage(self) -> Storage {
        Storage {
            lifecycle: Lifecycle {
                standard_ia_days: self.pick(Some(90), Some(30), None).map(Within::of),
                glacier_ir_days: self.pick(Some(180), None, None).map(Within::of),
                deep_archive_days: self.pick(Some(365), None, None).map(Within::of),
                expire_days: Within::of(self.pick(2_557, 90, 30)),
                noncurrent_days: Within::of(self.pick(90, 30, 7)),
                abort_multipart_days: Within::of(7),
            },
        }
    }

    pub(super) fn logs(self) -> Logs {
        Logs {
            retention_days: self.pick(
                LogRetentionDays::OVER_A_YEAR,
                LogRetentionDays::MONTH,
                LogRetentionDays::WEEK,
            ),
            data_events: false,
        }
    }

    pub(super) fn monitoring(self) -> Monitoring {
        Monitoring {
            page_emails: Vec::new(),
            ticket_emails: Vec::new(),
            rpo_probe_minutes: Within::of(self.pick(1, 1, 5)),
            rpo_ticket_seconds: Within::of(300),
            rpo_page_seconds: Within::of(600),
            min_requests: Within::of(self.pick(60, 0, 0)),
            runbook_base_url: None,
            owner: None,
            contact: None,
        }
    }

    pub(super) fn protection(self) -> Protection {
        Protection {
            enabled: false,
            transaction_log_lock_days: Within::of(365),
            backup_days: Within::of(35),
            copy_to_vault_arn: None,
        }
    }

    pub(super) fn resilience(self) -> Resilience {
        let rehearsed = self.pick(true, true, false);
        Resilience {
            drills: rehearsed,
            restore_test: rehearsed,
            restored_rows_query: known(RowsQuery::EVERY_ROW),
        }
    }
}

/// A value of this table, through the same check as an operator's.
fn known<T: serde::de::DeserializeOwned>(text: &str) -> T {
    use serde::de::{IntoDeserializer, value::Error};
    T::deserialize(IntoDeserializer::<Error>::into_deserializer(text))
        .expect("the table holds allowed values")
}
