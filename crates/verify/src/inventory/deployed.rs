//! Reads the inventory from a state.

use std::borrow::Cow;
use std::sync::Arc;

use terraform::plan::Action;
use terraform::state::{Deployed, State};

use super::{Inventory, ResourceInstance};

impl Inventory {
    /// The inventory of what is deployed: every value is known, but not which of them the
    /// configuration sets.
    pub fn from_state(state: State) -> Self {
        let entries = state.resources.into_iter().map(|deployed| {
            let Deployed { mode, kind, name, .. } = &deployed;
            let entry = ResourceInstance::new(
                Arc::from(&*deployed.module),
                deployed.address(),
                *mode,
                kind,
                name,
            );
            ResourceInstance {
                key: deployed.key,
                actions: Cow::Borrowed(&[Action::NoOp]),
                values: deployed.values,
                sensitive: deployed.sensitive,
                ..entry
            }
        });
        Self::deployed(state.terraform_version, entries)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::planned::Planned::{Absent, Known};
    use terraform::plan::{Plan, PlanError};

    fn inventory(state: &Value) -> Inventory {
        let text = state.to_string();
        assert_eq!(
            Plan::parse(text.as_bytes()).unwrap_err(),
            PlanError::State,
            "a state is told from a plan"
        );
        Inventory::from_state(State::parse(text.as_bytes()).unwrap())
    }

    /// One subnet in a module and one database, as `terraform show -json` prints them.
    fn shown() -> Value {
        let database = json!({
            "address": "aws_db_instance.main",
            "mode": "managed",
            "type": "aws_db_instance",
            "name": "main",
            "values": {"id": "db-1", "password": "hunter2", "kms_key_id": null},
            "sensitive_values": {"password": true},
        });
        let deposed = json!({
            "address": "aws_db_instance.main",
            "deposed_key": "00000001",
            "mode": "managed",
            "type": "aws_db_instance",
            "name": "main",
            "values": {"id": "db-0"},
        });
        let subnet = json!({
            "address": "module.net[\"a\"].aws_subnet.app[1]",
            "mode": "managed",
            "type": "aws_subnet",
            "name": "app",
            "index": 1,
            "values": {"id": "subnet-1", "vpc_id": "vpc-9"},
            "sensitive_values": {},
        });
        json!({"format_version": "1.0", "terraform_version": "1.11.4", "values": {"root_module": {
            "resources": [database, deposed],
            "child_modules": [{"address": "module.net[\"a\"]", "resources": [subnet]}],
        }}})
    }

    /// The same as a backend keeps it.
    fn file() -> Value {
        let databases = json!([
            {
                "schema_version": 2,
                "attributes": {"id": "db-1", "password": "hunter2", "kms_key_id": null},
                "sensitive_attributes": [[{"type": "get_attr", "value": "password"}]],
            },
            {"schema_version": 2, "deposed": "00000001", "attributes": {"id": "db-0"}},
        ]);
        let subnets = json!([{
            "index_key": 1,
            "attributes": {"id": "subnet-1", "vpc_id": "vpc-9"},
            "sensitive_attributes": [],
        }]);
        json!({
            "version": 4,
            "terraform_version": "1.11.4",
            "serial": 3,
            "lineage": "l",
            "outputs": {},
            "resources": [
                {
                    "mode": "managed",
                    "type": "aws_db_instance",
                    "name": "main",
                    "provider": "p",
                    "instances": databases,
                },
                {
                    "module": "module.net[\"a\"]",
                    "mode": "managed",
                    "type": "aws_subnet",
                    "name": "app",
                    "provider": "p",
                    "instances": subnets,
                },
            ],
        })
    }

    #[test]
    fn both_forms_of_a_state_say_what_is_deployed_and_leave_out_what_is_about_to_go() {
        for state in [shown(), file()] {
            let inventory = inventory(&state);
            let addresses: Vec<_> =
                inventory.resources().map(|resource| resource.address().to_owned()).collect();
            assert_eq!(addresses, ["aws_db_instance.main", "module.net[\"a\"].aws_subnet.app[1]"]);
            let database = inventory.at("aws_db_instance.main").unwrap();
            assert_eq!(database.at("id").string(), Known("db-1"));
            assert_eq!(database.at("kms_key_id").value(), Absent);
            assert_eq!(database.at("password").shown(), "sensitive");
            assert_eq!(inventory.terraform_version(), "1.11.4");
        }
    }
}
