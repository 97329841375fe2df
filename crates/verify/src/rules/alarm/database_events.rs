//! Someone is told of the failures and the maintenance of each database.
//!
//! ## Why
//!
//! RDS says of itself what no metric shows: that an instance failed and is being replaced, that
//! storage was lost, that a maintenance is due that restarts it. Without an event subscription it
//! says so to nobody.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   engine = "aurora-postgresql"
//!   # …
//! } # and no aws_db_event_subscription
//! ```
//!
//! ## Fix
//!
//! Subscribe a topic that reaches someone, for clusters and for instances.
//!
//! ```hcl
//! resource "aws_db_event_subscription" "clusters" {
//!   sns_topic        = aws_sns_topic.page.arn
//!   source_type      = "db-cluster"
//!   event_categories = ["failure", "maintenance"]
//! }
//! ```
//!
//! ## Source
//!
//! - [Security Hub controls RDS.19 and RDS.20](https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html)
//! - [Amazon RDS event categories and event messages](https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.Messages.html)

use crate::planned::Planned::{self, Absent, Known, Unknown};
use crate::{AttributePath, Check, Links, Resource};

rule! { Warning, AnyStack, ["MON-2"] }

/// What has events, and the type of source that it is. A parameter group changes by a plan only,
/// which shows it.
const SOURCES: [(&str, &str); 3] = [
    ("aws_db_instance", "db-instance"),
    ("aws_rds_cluster", "db-cluster"),
    ("aws_rds_cluster_instance", "db-instance"),
];

const CATEGORIES: [&str; 2] = ["failure", "maintenance"];

fn check(check: &mut Check) {
    let subscriptions: Vec<_> = check.all("aws_db_event_subscription").collect();
    for (kind, source) in SOURCES {
        let databases: Vec<_> = check.all(kind).collect();
        let all = || subscriptions.iter().map(|one| Subscription::of(*one, kind, source));
        let subscriptions: Vec<_> = if databases.is_empty() { Vec::new() } else { all().collect() };
        for database in databases {
            let told = |category: &&str| {
                let answers = subscriptions.iter().map(|one| one.tells(database, category));
                answers.fold(Known(false), Planned::or_else)
            };
            let answers = CATEGORIES.map(|category| (category, told(&category)));
            let of = |wanted: Planned<bool>| answers.iter().find(|(_, told)| *told == wanted);
            match (of(Known(false)), of(Unknown)) {
                (Some((category, _)), _) => {
                    check.fail(
                        &database.root(),
                        format_args!("nobody is told of its events of the category {category}"),
                    );
                }
                (None, Some((category, _))) => {
                    let reason = format_args!(
                        "whether anybody is told of its events of the category {category}, the \
                         plan does not show"
                    );
                    check.unknown(&database.root(), reason);
                }
                (None, None) => check.pass(&database.root()),
            }
        }
    }
}

/// A subscription, as far as it is about sources of one kind.
struct Subscription<'a> {
    is_on: Planned<bool>,
    is_type: Planned<bool>,
    categories: Planned<Vec<&'a str>>,
    ids: AttributePath<'a>,
    sources: Links<'a>,
}

impl<'a> Subscription<'a> {
    fn of(subscription: Resource<'a>, kind: &str, source: &str) -> Self {
        let ids = subscription.at("source_ids");
        // Without a type it is for all, and without categories for all of them.
        Self {
            is_on: subscription.at("enabled").bool().or(true),
            is_type: subscription.at("source_type").string().map(|kind| kind == source).or(true),
            categories: subscription.at("event_categories").strings(),
            sources: ids.links(kind),
            ids,
        }
    }

    /// Whether it tells of the events of a category of a database.
    fn tells(&self, database: Resource, category: &str) -> Planned<bool> {
        let is_category = match &self.categories {
            Known(all) => Known(all.is_empty() || all.contains(&category)),
            Absent => Known(true),
            Unknown => Unknown,
        };
        self.is_on.and(self.is_type).and(is_category).and(self.is_source(database))
    }

    fn is_source(&self, database: Resource) -> Planned<bool> {
        let Self { ids, sources, .. } = self;
        match ids.value() {
            Absent => Known(true),
            Known(list) if list.as_array().is_some_and(Vec::is_empty) => Known(true),
            _ if sources.resources().any(|one| one == database) => {
                let is_open = sources.may_be_filtered || sources.ambiguous.is_some();
                if is_open { Unknown } else { Known(true) }
            }
            _ if sources.incomplete.is_empty() && !ids.has_unknown() => Known(false),
            _ => Unknown,
        }
    }
}
