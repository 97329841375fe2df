//! Compares a new stack with the one on disk, and finds changes that a single apply cannot make.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::config::{Config, Upgrade};
use terraform::render::Format;

/// The stack that an earlier run wrote, as far as the next one has to know it. What cannot be read
/// is not known, and then nothing is refused for it.
pub struct ExistingStack {
    root: Value,
}

impl ExistingStack {
    /// The syntax of the stack in a folder, if there is one.
    pub fn format_of(folder: &Path) -> Option<Format> {
        let is_there =
            |format: &Format| folder.join(format!("main.{}", format.extension())).is_file();
        [Format::Json, Format::Hcl].into_iter().find(is_there)
    }

    /// The stack in a folder, if there is one.
    pub fn read(folder: &Path) -> Option<Self> {
        let format = Self::format_of(folder)?;
        let text = fs::read_to_string(folder.join(format!("main.{}", format.extension()))).ok()?;
        let root = match format {
            Format::Json => serde_json::from_str(&text).unwrap_or_default(),
            Format::Hcl => hcl::from_str(&text).unwrap_or_default(),
        };
        Some(ExistingStack { root })
    }

    /// The argument of a module, as it was written.
    fn argument(&self, module: &str, name: &str) -> Option<String> {
        match &self.root["module"][module][name] {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// Why this configuration cannot be applied to it in one step, and what to do.
    pub fn refusals(&self, config: &Config) -> Vec<String> {
        [self.engine(config), self.port(config)].into_iter().flatten().collect()
    }

    fn engine(&self, config: &Config) -> Option<String> {
        let (new, database) = (config.database.engine_version, &config.database);
        let old = self.argument("database", "engine_version")?;
        match new.follows(&old) {
            Err(reason) => Some(format!("database.engine_version: {reason}")),
            Ok(Some(Upgrade::Major)) if !database.apply_immediately => Some(format!(
                "database.engine_version: {old} to {new} is a major upgrade, which cannot wait \
                 for a maintenance window and stops the database for minutes; choose the time, \
                 set database.apply_immediately = true for the one apply that makes it, and take \
                 it out afterwards"
            )),
            Ok(_) => None,
        }
    }

    /// The network changes before ECS has replaced a single task.
    fn port(&self, config: &Config) -> Option<String> {
        let (new, previous) =
            (config.application.container_port, config.application.previous_container_port);
        let old = self.argument("application", "container_port")?;
        let stays_open = |port: &str| previous.is_some_and(|previous| previous.to_string() == port);
        (old != new.to_string() && !stays_open(&old)).then(|| {
            format!(
                "application.container_port: the tasks that run listen on {old}, and with {new} \
                 alone the network closes to them before they are replaced; set \
                 application.previous_container_port = {old} too, apply, and take it out once the \
                 service is stable"
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Profile;
    use crate::files;

    fn config(toml: &str) -> Config {
        Config::from_toml(
            toml,
            "test.toml".as_ref(),
            "test".parse().unwrap(),
            Some(Profile::Production),
        )
        .unwrap()
    }

    /// What is refused of `new` where `old` was written.
    fn refused(old: &str, new: &str) -> Vec<String> {
        let found = [Format::Json, Format::Hcl].map(|format| {
            let folder = tempfile::tempdir().unwrap();
            let files = files::of_stack(&config(old), format, Vec::new().into()).unwrap();
            let name = format!("main.{}", format.extension());
            fs::write(folder.path().join(&name), &files[&name]).unwrap();
            let deployed = ExistingStack::read(folder.path()).unwrap();
            assert_eq!(
                ExistingStack::format_of(folder.path()).unwrap().extension(),
                format.extension()
            );
            deployed.refusals(&config(new))
        });
        assert_eq!(found[0], found[1], "both syntaxes say the same");
        found[0].clone()
    }

    #[test]
    fn a_downgrade_and_a_major_upgrade_that_would_wait_are_refused() {
        let refusal =
            refused("database.engine_version = '17.7'", "database.engine_version = '16.8'");
        assert!(refusal[0].contains("from 17.7 back to 16.8"), "{refusal:?}");
        let refusal = refused("", "database.engine_version = '17.7'");
        assert!(refusal[0].contains("database.apply_immediately = true"), "{refusal:?}");
        let at_once = "database = { engine_version = '17.7', apply_immediately = true }";
        assert_eq!(refused("", at_once), [""; 0]);
        assert_eq!(refused("", "database.engine_version = '16.10'"), [""; 0]);
    }

    #[test]
    fn the_port_of_running_tasks_is_closed_only_by_a_second_apply() {
        let refusal = refused("", "application.container_port = 9443");
        assert!(refusal[0].contains("previous_container_port = 8443"), "{refusal:?}");
        let first = "application = { container_port = 9443, previous_container_port = 8443 }";
        assert_eq!(refused("", first), [""; 0]);
        assert_eq!(refused(first, "application.container_port = 9443"), [""; 0]);
    }

    #[test]
    fn where_there_is_no_stack_nothing_is_known() {
        assert!(ExistingStack::read(tempfile::tempdir().unwrap().path()).is_none());
    }
}
