//! The commented file that `paytf init` writes: every setting, with its meaning, its limits and its
//! default.

use super::{
    Config, Profile, json_schema,
    keys::{for_operators, resolved},
    schema::ALLOWED,
};
use serde_json::{Map, Value};
use textwrap::{Options, WordSplitter};
use toml::{Table, Value as Toml};

/// What ends a line that is no default.
const EXAMPLE: &str = " # example";

/// Columns of the file.
const WIDTH: usize = 110;

/// What several environments in one file look like.
const ENVIRONMENTS: [&str; 4] = [
    "[environments.staging]",
    "profile = \"staging\"",
    "[environments.staging.network]",
    "vpc_cidr = \"10.1.0.0/16\"",
];

/// A configuration file in which everything is as the profile has it, and every setting is
/// explained.
///
/// `schema` is where the file's JSON Schema is, for editors that complete the file.
pub fn template(profile: Profile, schema: &str) -> String {
    let mut template = Template { schema: json_schema::of_settings(), text: String::new() };
    template.text += &format!("#:schema {schema}\n");
    template.comment(&format!(
        "Configuration of paytf, written by `paytf init --profile {profile}`. A setting behind a \
         # has its default: remove the # to decide otherwise. A setting that ends in{EXAMPLE} has \
         no default."
    ));
    let (defaults, examples) = (values(profile), values(Profile::Production));
    let properties = template.schema["properties"].clone();
    let level = Level { path: &[], defaults: Some(&defaults), examples: Some(&examples) };
    template.properties(&properties, &level);
    template.environments();
    template.text
}

fn values(profile: Profile) -> Table {
    let suffix = "any".parse().expect("a suffix");
    Table::try_from(Config::defaults(profile, suffix)).expect("settings are TOML")
}

/// Where one is in the file: the section, what it holds by default, and what it holds elsewhere.
struct Level<'a> {
    path: &'a [&'a str],
    defaults: Option<&'a Table>,
    examples: Option<&'a Table>,
}

struct Template {
    schema: Map<String, Value>,
    text: String,
}

impl Template {
    /// The settings of a section, and then its tables, as TOML wants them.
    fn properties(&mut self, properties: &Value, level: &Level<'_>) {
        let all = properties.as_object().into_iter().flatten();
        let (tables, settings): (Vec<_>, Vec<_>) =
            all.partition(|(_, property)| is_table(property));
        settings.into_iter().for_each(|(key, property)| self.setting(key, property, level));
        tables.into_iter().for_each(|(key, property)| self.table(key, property, level));
    }

    fn setting(&mut self, key: &str, schema: &Value, level: &Level<'_>) {
        self.describe(schema);
        let default = level.defaults.and_then(|defaults| defaults.get(key));
        let example = || {
            level
                .examples
                .and_then(|examples| examples.get(key))
                .cloned()
                .or_else(|| example(schema))
        };
        let line = match (key, default) {
            // The one setting that is written: all others follow from it.
            ("profile", Some(value)) if level.path.is_empty() => format!("{key} = {value}"),
            (_, Some(value)) => format!("#{key} = {value}"),
            (_, None) => format!("#{key} = {}{EXAMPLE}", example().unwrap_or(Toml::Integer(0))),
        };
        self.text += &format!("{line}\n");
    }

    fn table(&mut self, key: &str, property: &Value, level: &Level<'_>) {
        let path = [level.path, &[key]].concat();
        let below = |table: Option<&'_ Table>| {
            table.and_then(|table| table.get(key)).and_then(Toml::as_table).cloned()
        };
        let (defaults, examples) = (below(level.defaults), below(level.examples));
        let schema = resolved(&self.schema, property).cloned().unwrap_or_default();
        self.describe(&Value::Object(schema.clone()));
        let name = path.join(".");
        self.text += &match (path.len(), &defaults) {
            // Empty, a section changes nothing; a table within one replaces the profile's.
            (1, Some(_)) => format!("[{name}]\n"),
            (_, Some(_)) => format!("#[{name}]\n"),
            (_, None) => format!("#[{name}]{EXAMPLE}\n"),
        };
        if let Some(keys) = schema.get("propertyNames") {
            self.entry(keys, &schema["additionalProperties"]);
        }
        let level = Level { path: &path, defaults: defaults.as_ref(), examples: examples.as_ref() };
        self.properties(&schema.get("properties").cloned().unwrap_or_default(), &level);
    }

    /// An entry of a table whose keys the operator chooses.
    fn entry(&mut self, keys: &Value, values: &Value) {
        self.comment(&format!("Keys: {}. Values: {}.", words(keys), words(values)));
        if let (Some(key), Some(value)) = (keys["examples"][0].as_str(), example(values)) {
            self.text += &format!("#{key} = {value}{EXAMPLE}\n");
        }
    }

    fn environments(&mut self) {
        self.text += "\n";
        self.comment(
            "Several environments in one file: each with its suffix, and with what differs from \
             the settings above. A section's keys are replaced one by one; a list or a table such \
             as storage.lifecycle is replaced as a whole. Their addresses must not overlap. All \
             are written by: paytf gen --all.",
        );
        ENVIRONMENTS.iter().for_each(|line| self.text += &format!("#{line}{EXAMPLE}\n"));
    }

    fn describe(&mut self, schema: &Value) {
        self.text += "\n";
        self.comment(&for_operators(schema["description"].as_str().unwrap_or_default()));
        rule(schema).iter().for_each(|line| self.comment(line));
    }

    fn comment(&mut self, text: &str) {
        let options =
            Options::new(WIDTH).initial_indent("# ").subsequent_indent("# ").break_words(false);
        let options = options.word_splitter(WordSplitter::NoHyphenation);
        for line in textwrap::wrap(text, options) {
            self.text += line.trim_end();
            self.text += "\n";
        }
    }
}

/// Whether a setting is a table of its own. Small ones are written in braces.
fn is_table(property: &Value) -> bool {
    !property["$ref"].is_null() || !property["propertyNames"].is_null()
}

fn words(schema: &Value) -> &str {
    schema[ALLOWED].as_str().unwrap_or_default()
}

/// What a setting may be, line by line.
fn rule(schema: &Value) -> Vec<String> {
    let words = |value: &Value| {
        value.as_array().into_iter().flatten().map(Value::to_string).collect::<Vec<_>>()
    };
    let meanings = &schema["x-taplo"]["docs"]["enumValues"];
    if let Some(rule) = schema[ALLOWED].as_str() {
        vec![format!("Allowed: {rule}.")]
    } else if let Some(meanings) = meanings.as_array() {
        let meaning = |meaning: &Value| meaning.as_str().unwrap_or_default().to_owned();
        words(&schema["enum"])
            .iter()
            .zip(meanings)
            .map(|(word, says)| format!("  {word}: {}", meaning(says)))
            .collect()
    } else if schema["enum"].is_array() {
        vec![format!("Allowed: {}.", words(&schema["enum"]).join(", "))]
    } else if schema["type"] == "boolean" {
        vec!["Allowed: true or false.".to_owned()]
    } else if schema["type"] == "array" {
        let heading = schema["minItems"]
            .as_u64()
            .map_or("A list.".to_owned(), |count| format!("A list of exactly {count}."));
        std::iter::once(heading).chain(rule(&schema["items"])).collect()
    } else {
        Vec::new()
    }
}

/// A value that the schema allows.
fn example(schema: &Value) -> Option<Toml> {
    let value = schema["examples"].get(0).unwrap_or(&schema["minimum"]);
    Toml::try_from(value).ok()
}
