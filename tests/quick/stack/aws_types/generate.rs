//! The tables of `src/aws/`, from the provider's schema.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use paytf::schema::{AttributeSchema, BlockSchema, NestedSchema, ProviderSchema};
use serde_json::Value;

const HEADER: &str = "// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo \
                      test --test quick aws_types\n";

const REGISTRY: &str = "https://registry.terraform.io/providers/hashicorp/aws";

/// File name → source, one file per type and the `mod.rs` that lists them.
pub fn files(schema: &ProviderSchema) -> BTreeMap<String, String> {
    let version = &schema.provider_version;
    let resources = schema.resources.iter().map(|(name, block)| (Kind::Resource, name, block));
    let data_sources =
        schema.data_sources.iter().map(|(name, block)| (Kind::DataSource, name, block));
    let mut files = BTreeMap::new();
    let mut modules = Vec::new();
    for (kind, name, block) in resources.chain(data_sources) {
        let block = block.as_ref().unwrap_or_else(|| {
            panic!("{name} is null: PAYTF_UPDATE=1 cargo test --test tools aws_schema")
        });
        let in_use = schema.blocks_in_use.get(name).map(Vec::as_slice).unwrap_or_default();
        let module = kind.module(name);
        files.insert(format!("{module}.rs"), type_file(kind, name, block, in_use, version));
        modules.push(module);
    }
    files.insert("mod.rs".to_owned(), index(modules, version));
    files
}

/// The names of the Rust types that are generated.
pub fn type_names(schema: &ProviderSchema) -> BTreeSet<String> {
    let blocks = schema.blocks_in_use.iter().flat_map(|(name, paths)| {
        let kind =
            if schema.resources.contains_key(name) { Kind::Resource } else { Kind::DataSource };
        paths.iter().map(move |path| kind.struct_name(name) + &pascal(path))
    });
    let resources = schema.resources.keys().map(|name| Kind::Resource.struct_name(name));
    let data_sources = schema.data_sources.keys().map(|name| Kind::DataSource.struct_name(name));
    resources.chain(data_sources).chain(blocks).collect()
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Resource,
    DataSource,
}

impl Kind {
    fn module(self, name: &str) -> String {
        let short = name.trim_start_matches("aws_");
        if self == Kind::DataSource { format!("data_{short}") } else { short.to_owned() }
    }

    fn struct_name(self, name: &str) -> String {
        if self == Kind::DataSource { format!("Data{}", pascal(name)) } else { pascal(name) }
    }
}

fn index(mut modules: Vec<String>, version: &str) -> String {
    modules.sort();
    let mut text = format!(
        "{HEADER}//! The provider's resource types, data sources and nested blocks in use, as \
         Rust types.\n\n"
    );
    for module in &modules {
        _ = writeln!(text, "mod {module};");
    }
    text += "\n";
    for module in &modules {
        _ = writeln!(text, "pub use {module}::*;");
    }
    text + &format!(
        "\n/// The version of `hashicorp/aws` that stated the schema.\npub const \
         PROVIDER_VERSION: &str = \"{version}\";\n"
    )
}

fn type_file(
    kind: Kind,
    name: &str,
    block: &BlockSchema,
    in_use: &[String],
    version: &str,
) -> String {
    let struct_name = kind.struct_name(name);
    let (keyword, folder, what) = match kind {
        Kind::Resource => ("resource_type", "resources", "resource"),
        Kind::DataSource => ("data_source_type", "data-sources", "data source"),
    };
    let short = name.trim_start_matches("aws_");
    let mut text = format!(
        "terraform::{keyword}! {{\n    /// The {what} [`{name}`][page].\n    ///\n    \
         /// [page]: {REGISTRY}/{version}/docs/{folder}/{short}\n    \
         {struct_name} = \"{name}\", {struct_name}Attributes\n"
    );
    text += &content(&struct_name, block, "", in_use);
    let read = block
        .attributes
        .iter()
        .filter(|(name, attribute)| !attribute.deprecated && !settable(name, attribute));
    text += &section(
        "attributes",
        read.map(|(name, attribute)| format!("{}: {}", field(name), value_type(attribute))),
    );
    text += "}\n";
    nested_types(&mut text, name, &struct_name, block, "", in_use);
    format!("{HEADER}{}{text}", imports(&text))
}

/// A table for each nested block in use.
fn nested_types(
    text: &mut String,
    of: &str,
    outer: &str,
    block: &BlockSchema,
    above: &str,
    in_use: &[String],
) {
    for (name, path, nested) in blocks_in_use(block, above, in_use) {
        let struct_name = format!("{outer}{}", pascal(name));
        _ = write!(
            text,
            "\nterraform::block_type! {{\n    /// `{path}` of `{of}`.\n    {struct_name}\n"
        );
        *text += &content(&struct_name, &nested.block, &format!("{path}."), in_use);
        *text += "}\n";
        nested_types(text, of, &struct_name, &nested.block, &format!("{path}."), in_use);
    }
}

/// The arguments and nested blocks of a block.
fn content(struct_name: &str, block: &BlockSchema, above: &str, in_use: &[String]) -> String {
    let arguments = block.attributes.iter().filter(|(name, attribute)| settable(name, attribute));
    let arguments = arguments.map(|(name, attribute)| {
        let how = if attribute.required { "required" } else { "optional" };
        format!("{how} {}: {}", field(name), value_type(attribute))
    });
    let blocks = blocks_in_use(block, above, in_use).map(|(name, _, nested)| {
        let most = match (nested.nesting_mode.as_str(), nested.max_items) {
            ("single", _) => "1".to_owned(),
            (_, 0) => "usize::MAX".to_owned(),
            (_, most) => most.to_string(),
        };
        format!("{}: {struct_name}{} = {}..={most}", field(name), pascal(name), nested.min_items)
    });
    section("arguments", arguments) + &section("blocks", blocks)
}

/// Each nested block in use with its path, as `rule.filter`.
fn blocks_in_use<'a>(
    block: &'a BlockSchema,
    above: &'a str,
    in_use: &'a [String],
) -> impl Iterator<Item = (&'a str, String, &'a NestedSchema)> {
    let blocks = block
        .blocks
        .iter()
        .map(move |(name, nested)| (name.as_str(), format!("{above}{name}"), nested));
    blocks.filter(|(_, path, nested)| !nested.block.deprecated && in_use.contains(path))
}

fn section(name: &str, lines: impl Iterator<Item = String>) -> String {
    let lines: Vec<_> = lines.map(|line| format!("        {line},\n")).collect();
    if lines.is_empty() {
        format!("    {name} {{}}\n")
    } else {
        format!("    {name} {{\n{}    }}\n", lines.concat())
    }
}

/// Whether an argument may be set: not computed only, not deprecated, and not one of the two that
/// every resource has and the provider itself keeps. An `id` that must be set, as that of a
/// lifecycle rule, is an argument like any other.
fn settable(name: &str, attribute: &AttributeSchema) -> bool {
    let kept_by_provider = !attribute.required && matches!(name, "id" | "tags_all");
    (attribute.required || attribute.optional) && !attribute.deprecated && !kept_by_provider
}

/// The Rust type of a value.
fn value_type(attribute: &AttributeSchema) -> String {
    fn of(constraint: &Value) -> String {
        match (constraint.as_str(), constraint[0].as_str()) {
            (Some("string"), _) => "String".to_owned(),
            (Some("bool"), _) => "bool".to_owned(),
            (Some("number"), _) => "Number".to_owned(),
            (_, Some("list" | "set")) => format!("Vec<{}>", of(&constraint[1])),
            (_, Some("map")) => format!("BTreeMap<String, {}>", of(&constraint[1])),
            _ => "Expression".to_owned(),
        }
    }
    of(&attribute.type_constraint)
}

fn imports(text: &str) -> String {
    let mut imports = String::new();
    if text.contains("BTreeMap<") {
        imports += "use std::collections::BTreeMap;\n\n";
    }
    match (text.contains("Expression"), text.contains("Number")) {
        (true, true) => imports += "use terraform::tf::{Expression, Number};\n\n",
        (true, false) => imports += "use terraform::tf::Expression;\n\n",
        (false, true) => imports += "use terraform::tf::Number;\n\n",
        (false, false) => {}
    }
    imports
}

/// The name of a field: a word of Rust is written raw.
fn field(name: &str) -> String {
    if matches!(name, "type" | "match" | "override") {
        format!("r#{name}")
    } else {
        name.to_owned()
    }
}

/// `SomeName` for `some_name`, and for `some.name`.
fn pascal(name: &str) -> String {
    name.split(['_', '.']).map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}
