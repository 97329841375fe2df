//! Rules that hold between settings, each true of AWS or of the loss of a zone.

use super::{Application, Config, ContainerProtocol, Profile};
use crate::naming::{self, Kind, Name};
use verify::capacity::{self, MAX_UTILISATION_AFTER_ZONE_LOSS};

/// Days an object must stay in STANDARD_IA before the next transition.
/// Source: S3 User Guide, "Transitioning objects using Amazon S3 Lifecycle".
const DAYS_IN_STANDARD_IA: u32 = 30;

/// Tags of an operator's own: AWS allows 50, the stack sets up to six.
pub(super) const MAX_OWN_TAGS: usize = 44;

/// A rule that is broken.
pub(super) struct Violation {
    /// The settings that break it together, the likeliest culprit first.
    pub keys: Vec<String>,
    /// What is wrong and what to do.
    pub message: String,
}

/// Every rule that is broken, apart from those about a key that could not be read.
pub(super) fn violations(config: &Config, unread: &[String]) -> Vec<Violation> {
    let rules = [
        tags,
        account,
        certificate,
        encryption,
        secrets,
        image,
        vault,
        addresses,
        instance_class,
        windows,
        task_counts,
        zone_loss,
        lifecycle,
    ];
    let found = rules.into_iter().flat_map(|rule| rule(config));
    found.filter(|violation| !violation.keys.iter().any(|key| unread.contains(key))).collect()
}

fn broken(key: &str, message: String) -> Violation {
    broken_together(&[key], message)
}

fn broken_together(keys: &[&str], message: String) -> Violation {
    Violation { keys: keys.iter().map(|key| (*key).to_owned()).collect(), message }
}

fn tags(config: &Config) -> Vec<Violation> {
    let own = naming::default_tags(&config.suffix).map(|(key, _)| key);
    let is_taken =
        |key: &str| key == "Name" || key == naming::PROTECTION_TAG.0 || own.contains(&key);
    let taken = config.tags.keys().filter(|key| is_taken(key.as_str())).map(|key| {
        broken(
            &format!("tags.{key}"),
            format!(
                "the stack sets the tag {key:?} itself; remove it or use another key",
                key = key.as_str()
            ),
        )
    });
    let count = config.tags.len();
    let too_many = (count > MAX_OWN_TAGS).then(|| {
        broken(
            "tags",
            format!(
                "{count} tags; allowed: {MAX_OWN_TAGS}, since AWS allows 50 and the stack sets up \
                 to 6"
            ),
        )
    });
    taken.chain(too_many).collect()
}

fn account(config: &Config) -> Vec<Violation> {
    let Some(account) = &config.account_id else { return Vec::new() };
    let elsewhere = |key: &str, owner: &str| {
        (owner != account.as_str() && owner != "aws").then(|| {
            broken(
                key,
                format!(
                    "belongs to account {owner}, but account_id is {account}; use one of this \
                     account"
                ),
            )
        })
    };
    let certificate = config.application.certificate_arn.as_ref();
    let boundary = config.permissions_boundary_arn.as_ref();
    let foreign = config.application.secrets.iter().filter_map(|(name, arn)| {
        elsewhere(&format!("application.secrets.{name}"), arn.account_id())
    });
    [
        certificate.and_then(|arn| elsewhere("application.certificate_arn", arn.account_id())),
        boundary.and_then(|arn| elsewhere("permissions_boundary_arn", arn.account_id())),
    ]
    .into_iter()
    .flatten()
    .chain(foreign)
    .collect()
}

/// What the stack tells the container, ECS and the AWS SDKs stays theirs.
fn secrets(config: &Config) -> Vec<Violation> {
    let is_taken = |name: &str| {
        Application::OWN_VARIABLES.contains(&name)
            || name.starts_with("AWS_")
            || name.starts_with("ECS_")
    };
    let taken = config.application.secrets.iter().filter(|(name, _)| is_taken(name.as_str()));
    let message = "is set by the stack, ECS or the AWS SDK; choose another name";
    taken
        .map(|(name, _)| broken(&format!("application.secrets.{name}"), message.to_owned()))
        .collect()
}

fn certificate(config: &Config) -> Vec<Violation> {
    const KEYS: [&str; 2] = ["application.certificate_arn", "application.domain"];
    let app = &config.application;
    let (Some(arn), Some(domain)) = (&app.certificate_arn, &app.domain) else { return Vec::new() };
    let message = format!(
        "{arn} and the domain {name} exclude each other, since the stack makes the certificate of \
         a domain itself; remove certificate_arn, or the table [application.domain]",
        name = domain.name,
    );
    vec![broken_together(&KEYS, message)]
}

/// What `paytf verify` says of the written stack is said here first, where it can be changed.
fn encryption(config: &Config) -> Vec<Violation> {
    const RULE: &str = "encrypt-target-group";
    let is_accepted = config.accept.keys().any(|rule| rule.as_str() == RULE);
    let message = format!(
        "HTTP leaves payments unencrypted between the load balancer and the tasks, against \
         {RULE}; choose HTTPS, or accept it with a reason: {RULE} = \"…\" below [accept]"
    );
    let refused = config.application.container_protocol == ContainerProtocol::Http && !is_accepted;
    refused.then(|| broken("application.container_protocol", message)).into_iter().collect()
}

/// The execution role of the tasks may pull from the stack's own repository, and from no other of
/// ECR. The variable of the written stack holds to the same.
fn image(config: &Config) -> Vec<Violation> {
    let Some(image) = &config.application.container_image else { return Vec::new() };
    let repository = Name::sole(Kind::EcrRepository).for_suffix(&config.suffix);
    let own = |image: &str| {
        let (registry, rest) = image.split_once('/')?;
        let account = registry.strip_suffix(".dkr.ecr.us-east-1.amazonaws.com")?;
        let is_account = match &config.account_id {
            Some(id) => account == id.as_str(),
            None => account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit()),
        };
        (is_account && rest.strip_prefix(repository.as_str())?.starts_with([':', '@']))
            .then_some(())
    };
    if !image.as_str().contains(".dkr.ecr") || own(image.as_str()).is_some() {
        return Vec::new();
    }
    let account = config.account_id.as_ref().map_or("<account>", |id| id.as_str());
    let message = format!(
        "{image} is in ECR, where the tasks may pull only from the stack's own repository; push \
         it to {account}.dkr.ecr.us-east-1.amazonaws.com/{repository}, or choose a registry \
         without a login",
    );
    vec![broken("application.container_image", message)]
}

/// A copy beside the original goes with it.
fn vault(config: &Config) -> Vec<Violation> {
    let (Some(vault), Some(account)) = (&config.protection.copy_to_vault_arn, &config.account_id)
    else {
        return Vec::new();
    };
    if !vault.as_str().starts_with(&format!("arn:aws:backup:us-east-1:{account}:")) {
        return Vec::new();
    }
    let message = format!(
        "{vault} is in the account and the region of the stack, where the backups themselves are; \
         choose a vault of another account or region, or remove it"
    );
    vec![broken("protection.copy_to_vault_arn", message)]
}

fn addresses(config: &Config) -> Vec<Violation> {
    use crate::cidr::CidrError::RepeatedZone;
    let key = |error: &_| match error {
        RepeatedZone(_) => "network.availability_zones",
        _ => "network.vpc_cidr",
    };
    config
        .cidr_plan()
        .err()
        .map(|error| broken(key(&error), error.to_string()))
        .into_iter()
        .collect()
}

/// The one thing a class on the list can lack is steady CPU. Database Insights and RDS Proxy take
/// every class of Aurora PostgreSQL, and every class on the list runs every engine version on its
/// list. Sources: Amazon Aurora User Guide, "Amazon Aurora DB engine, Region, and instance class
/// support for Database Insights", "Quotas and limitations for RDS Proxy" and "Supported DB engines
/// for DB instance classes".
fn instance_class(config: &Config) -> Vec<Violation> {
    let class = &config.database.instance_class;
    let refused = config.profile == Profile::Production && class.is_burstable();
    let message = || {
        format!(
            "{class} runs out of CPU credits under load, and AWS advises against it in \
             production; choose a db.r class such as db.r7g.large, or another profile"
        )
    };
    refused.then(|| broken("database.instance_class", message())).into_iter().collect()
}

fn windows(config: &Config) -> Vec<Violation> {
    const BACKUP: &str = "database.backup_window";
    const CLUSTER: &str = "database.maintenance_window";
    const INSTANCES: &str = "database.instance_maintenance_windows";
    let (backup, cluster) = (&config.database.backup_window, &config.database.maintenance_window);
    let instances = &config.database.instance_maintenance_windows;
    let maintained = std::iter::once((CLUSTER, cluster))
        .chain(instances.iter().map(|window| (INSTANCES, window)));
    let (mut keys, during_backup): (Vec<_>, Vec<_>) = maintained
        .filter(|(_, window)| backup.overlaps(window))
        .map(|(key, window)| (key, window.as_str()))
        .unzip();
    keys.dedup();
    keys.push(BACKUP);
    let windows = during_backup.join(", ");
    let overlap = (!during_backup.is_empty()).then(|| {
        let message = format!(
            "the backup in {backup} overlaps maintenance in {windows}, which RDS refuses; move one"
        );
        broken_together(&keys, message)
    });
    let [first, second, third] = instances;
    let at_once = [(first, second), (first, third), (second, third)]
        .into_iter()
        .filter(|(one, other)| one.overlaps(other))
        .map(|(one, other)| {
            broken(
                INSTANCES,
                format!("{one} overlaps {other}: two instances could restart at once; move one"),
            )
        });
    overlap.into_iter().chain(at_once).collect()
}

fn task_counts(config: &Config) -> Vec<Violation> {
    const MIN: &str = "application.min_tasks";
    const DESIRED: &str = "application.desired_tasks";
    const MAX: &str = "application.max_tasks";
    let app = &config.application;
    let (min, desired, max) = (app.min_tasks, app.desired_tasks, app.max_tasks);
    if min >= max {
        let message = format!(
            "max_tasks = {max} is not above min_tasks = {min}, so the service can neither scale \
             nor refill a lost zone; raise max_tasks, or lower min_tasks"
        );
        vec![broken_together(&[MAX, MIN], message)]
    } else if desired < min || max < desired {
        let message = format!(
            "desired_tasks = {desired} is outside min_tasks = {min} to max_tasks = {max}; choose \
             {min} to {max}"
        );
        vec![broken_together(&[DESIRED, MIN, MAX], message)]
    } else {
        Vec::new()
    }
}

fn zone_loss(config: &Config) -> Vec<Violation> {
    const KEYS: [&str; 3] =
        ["application.cpu_target", "application.min_tasks", "application.max_tasks"];
    let (app, target) = (&config.application, config.application.cpu_target.get());
    let range = app.min_tasks.get()..=app.max_tasks.get();
    let overloaded = |tasks: &u32| !capacity::target_utilisation_fits(target, *tasks);
    let Some(tasks) = capacity::worst_case(range.clone()).filter(overloaded) else {
        return Vec::new();
    };
    let message = format!(
        "with {tasks} tasks at {target} %, losing a zone leaves {left} at {after:.0} %, and \
         {MAX_UTILISATION_AFTER_ZONE_LOSS} % is the limit; lower cpu_target to {highest} or less, \
         or choose another min_tasks",
        left = capacity::survivors(tasks),
        after = f64::from(target) * capacity::load_factor(tasks),
        highest = capacity::highest_target(range),
    );
    vec![broken_together(&KEYS, message)]
}

fn lifecycle(config: &Config) -> Vec<Violation> {
    let steps: Vec<_> = config.storage.lifecycle.steps().collect();
    let too_early = |pair: &[(&str, Option<&str>, u32)]| {
        let [(before, class, day), (key, _, next_day)] = pair else { return None };
        let earliest =
            if *class == Some("STANDARD_IA") { day + DAYS_IN_STANDARD_IA } else { day + 1 };
        let message = || {
            format!(
                "day {next_day} is too early after {before} = {day}; allowed: day {earliest} or \
                 later"
            )
        };
        (*next_day < earliest).then(|| broken(&format!("storage.lifecycle.{key}"), message()))
    };
    steps.windows(2).filter_map(too_early).collect()
}
