//! RDS Proxy, where there is one.
//!
//! Source of the metrics and their dimensions: Amazon Aurora User Guide, "Monitoring RDS Proxy
//! metrics with Amazon CloudWatch", dimension set 1. Some appear only after the first connection,
//! so that no data is fine.

use super::Inputs;
use super::metric::{Metric, Series};
use super::watch::{Section, Watch};

/// Percent of the pool that is lent out.
const BORROWED_PERCENT: u8 = 80;
/// Microseconds a client waits for a connection: a tenth of a second.
const BORROW_MICROSECONDS: u32 = 100_000;
/// Microseconds the database takes for a statement, on average: half a second.
const RESPONSE_MICROSECONDS: u32 = 500_000;

pub(super) fn watches(var: &Inputs) -> Vec<Watch> {
    let average = |name| Series::from(proxy(var, name, "Average"));
    let count = |name| Series::from(proxy(var, name, "Sum"));
    let database = |page, title, alarm| Watch::new(Section::Database, page, title, [alarm]);
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
        )
        .beside([proxy(var, "ClientConnections", "Sum")]),
        database(
            "proxy-borrow-latency",
            "Wait for a connection, in microseconds",
            wait.ticket("proxy-borrow-latency"),
        ),
        database(
            "proxy-query-latency",
            "Statements through the proxy, in microseconds",
            response.ticket("proxy-query-latency"),
        ),
        database(
            "proxy-client-failures",
            "Clients the proxy refused",
            refused.ticket("proxy-client-failures"),
        ),
        database(
            "proxy-database-failures",
            "Connections the database refused",
            failed.page("proxy-database-failures"),
        ),
    ]
}

fn proxy(var: &Inputs, name: &'static str, statistic: &'static str) -> Metric {
    let dimensions = vec![("ProxyName", var.proxy_name.clone())];
    Metric { namespace: "AWS/RDS", name, dimensions, statistic }
}
