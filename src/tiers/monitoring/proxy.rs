//! RDS Proxy, where there is one.
//!
//! Source of the metrics and their dimensions: Amazon Aurora User Guide, "Monitoring RDS Proxy metrics with Amazon
//! CloudWatch", dimension set 1. Some appear only after the first connection, so that no data is fine.

use super::Inputs;
use super::commands::{DATABASE_EVENTS, DATABASE_LOG, SCALING};
use super::metric::{Metric, Series};
use super::watch::{Runbook, Section, Watch};

/// Percent of the pool that is lent out.
const BORROWED_PERCENT: u8 = 80;
/// Microseconds a client waits for a connection: a tenth of a second.
const BORROW_MICROSECONDS: u32 = 100_000;
/// Microseconds the database takes for a statement, on average: half a second.
const RESPONSE_MICROSECONDS: u32 = 500_000;

pub(super) fn watches(var: &Inputs) -> Vec<Watch> {
    let average = |name| Series::from(proxy(var, name, "Average"));
    let count = |name| Series::from(proxy(var, name, "Sum"));
    let database = |page, title, alarm, runbook| Watch::new(Section::Database, page, title, [alarm], runbook);
    let borrowed = Series::math(
        "Borrowed, in percent of the pool",
        "100 * {borrowed} / {allowed}",
        [
            ("borrowed", proxy(var, "DatabaseConnectionsCurrentlyBorrowed", "Sum")),
            ("allowed", proxy(var, "MaxDatabaseConnectionsAllowed", "Sum")),
        ],
    );
    let wait = average("DatabaseConnectionsBorrowLatency").above(BORROW_MICROSECONDS);
    let response = average("QueryDatabaseResponseLatency").above(RESPONSE_MICROSECONDS);
    let refused = count("ClientConnectionsSetupFailedAuth").at_least(1);
    let failed = count("DatabaseConnectionsSetupFailed").at_least(1);
    vec![
        database(
            "proxy-pool",
            "Pool of the proxy in use, in percent",
            borrowed.above(BORROWED_PERCENT).ticket("proxy-pool"),
            POOL,
        )
        .beside([proxy(var, "ClientConnections", "Sum")]),
        database(
            "proxy-borrow-latency",
            "Wait for a connection, in microseconds",
            wait.ticket("proxy-borrow-latency"),
            BORROW,
        ),
        database(
            "proxy-query-latency",
            "Statements through the proxy, in microseconds",
            response.ticket("proxy-query-latency"),
            QUERY,
        ),
        database(
            "proxy-client-failures",
            "Clients the proxy refused",
            refused.ticket("proxy-client-failures"),
            CLIENTS,
        ),
        database(
            "proxy-database-failures",
            "Connections the database refused",
            failed.page("proxy-database-failures"),
            FAILURES,
        ),
    ]
}

fn proxy(var: &Inputs, name: &'static str, statistic: &'static str) -> Metric {
    let dimensions = vec![("ProxyName", var.proxy_name.clone())];
    Metric { namespace: "AWS/RDS", name, dimensions, statistic }
}

const TARGETS: &str = "aws rds describe-db-proxy-targets --region us-east-1 --db-proxy-name {{ proxy }} --query \
         'Targets[].[RdsResourceId,Role,TargetHealth.State,TargetHealth.Reason]' --output table";
const PROXY_LOG: &str = "aws logs filter-log-events --region us-east-1 --log-group-name {{ proxy_log_group }} \
         --start-time $(( ($(date +%s) - 1800) * 1000 )) --max-items 50 --query 'events[].message'";

const POOL: Runbook = Runbook {
    meaning: "More than 80 percent of the proxy's connections to the database are in use: payments will \
         soon wait for one.",
    first_look: &[TARGETS, SCALING, DATABASE_LOG],
    causes: &[
        "Long transactions.",
        "Sessions pinned by SET or prepared statements.",
        "More load than the class was chosen for.",
    ],
    steps: &[
        "Find long transactions in `pg_stat_activity` and end them.",
        "Pinned sessions: see the proxy's log, and mend the client.",
        "Growth: choose a larger `database.instance_class`.",
    ],
    escalate: "proxy-borrow-latency is on as well: the owner of the payment service.",
};

const BORROW: Runbook = Runbook {
    meaning: "Payments wait for more than a tenth of a second for a connection to the database.",
    first_look: &[TARGETS, DATABASE_EVENTS, PROXY_LOG],
    causes: &[
        "A failover: the proxy holds clients until the new writer is there.",
        "The pool is exhausted.",
        "Connections are made anew: cold pool after a change.",
    ],
    steps: &["A failover: wait a minute.", "proxy-pool is on: follow it."],
    escalate: "Over 30 seconds clients get errors: the database's owner, at once.",
};

const QUERY: Runbook = Runbook {
    meaning: "The database takes more than half a second for a statement, on average over all of them.",
    first_look: &[DATABASE_LOG, TARGETS],
    causes: &["A statement whose plan has changed.", "Lock waits.", "An overloaded instance."],
    steps: &[
        "database-cpu or database-deadlocks is on: follow it.",
        "Find the top statements in Database Insights and mend them.",
    ],
    escalate: "Latency of payments burns its budget: the database's owner.",
};

const CLIENTS: Runbook = Runbook {
    meaning: "RDS Proxy refuses clients because of their credentials or TLS: these tasks cannot take \
         payments, or someone tries to get in.",
    first_look: &[
        PROXY_LOG,
        "aws rds describe-db-proxies --region us-east-1 --db-proxy-name {{ proxy }} --query \
         'DBProxies[0].[Status,RequireTLS,Auth[].[IAMAuth,SecretArn]]'",
    ],
    causes: &[
        "The role of the tasks may no longer use rds-db:connect.",
        "A client signs in by password, or without TLS.",
        "A client keeps an IAM token for longer than its 15 minutes.",
    ],
    steps: &[
        "The log names user and address: find the client.",
        "A task: `terraform plan` shows whether its role was changed by hand; apply.",
        "An address that is none of ours: tell security.",
    ],
    escalate: "An unknown address inside the VPC: security, at once.",
};

const FAILURES: Runbook = Runbook {
    meaning: "RDS Proxy cannot open connections to the database: when those it has are used up, \
         payments stop.",
    first_look: &[TARGETS, PROXY_LOG, DATABASE_EVENTS],
    causes: &[
        "A failover, for a minute.",
        "The role of the proxy cannot read the rotated secret, or use its key.",
        "The database has no connection left.",
        "A security group was changed by hand.",
    ],
    steps: &[
        "A failover: wait a minute.",
        "The target's reason says AUTH_FAILURE: check secret and key of the proxy's role, \
         `terraform plan`, apply.",
        "UNREACHABLE: check the security groups with `terraform plan`.",
        "database-connections is on: follow it.",
    ],
    escalate: "Not mended in 10 minutes: the database's owner, and AWS support, severity critical.",
};
