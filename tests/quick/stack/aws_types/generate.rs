//! The Rust source of `src/aws/`, from the provider's schema.

use std::collections::BTreeMap;

use paytf::schema::{AttributeSchema, BlockSchema, NestedSchema, ProviderSchema};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use serde_json::Value;

const HEADER: &str =
    "// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types\n";

/// File name → source, one file per type and the `mod.rs` that lists them.
pub fn files(schema: &ProviderSchema) -> BTreeMap<String, String> {
    let resources = schema.resources.iter().map(|(name, block)| (Kind::Resource, name, block));
    let data = schema.data_sources.iter().map(|(name, block)| (Kind::Data, name, block));
    let mut files = BTreeMap::new();
    let mut modules = Vec::new();
    for (kind, name, block) in resources.chain(data) {
        let block = block
            .as_ref()
            .unwrap_or_else(|| panic!("{name} is null: PAYTF_UPDATE=1 cargo test --test tools aws_schema"));
        let module = kind.module(name);
        files.insert(format!("{module}.rs"), source(type_file(kind, name, block, &schema.provider_version)));
        modules.push(format_ident!("{module}"));
    }
    files.insert("mod.rs".to_owned(), source(index(&modules, &schema.provider_version)));
    files
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Resource,
    Data,
}

impl Kind {
    fn module(self, name: &str) -> String {
        let short = name.trim_start_matches("aws_");
        if self == Kind::Data { format!("data_{short}") } else { short.to_owned() }
    }

    fn struct_name(self, name: &str) -> String {
        if self == Kind::Data { format!("Data{}", pascal(name)) } else { pascal(name) }
    }

    fn documentation(self, name: &str, version: &str) -> String {
        let (folder, what) =
            if self == Kind::Data { ("data-sources", "data source") } else { ("resources", "resource") };
        let short = name.trim_start_matches("aws_");
        format!(
            " The {what} [`{name}`](https://registry.terraform.io/providers/hashicorp/aws/{version}/docs/{folder}/{short})."
        )
    }
}

fn index(modules: &[Ident], version: &str) -> TokenStream {
    quote! {
        //! The provider's resource types and data sources in use, as Rust types.
        #![allow(missing_docs)]
        pub const PROVIDER_VERSION: &str = #version;
        #(mod #modules;)*
        #(pub use #modules::*;)*
    }
}

fn type_file(kind: Kind, name: &str, block: &BlockSchema, version: &str) -> TokenStream {
    let struct_name = kind.struct_name(name);
    let documentation = kind.documentation(name, version);
    let ident = format_ident!("{struct_name}");
    let attributes = format_ident!("{struct_name}Attributes");
    let contract = if kind == Kind::Data { quote!(Data) } else { quote!(Resource) };
    let structs = block_structs(&struct_name, block, Some(&documentation));
    let getters = block.attributes.iter().filter_map(|(name, attribute)| getter(name, attribute));
    quote! {
        use terraform::tf;
        #structs
        impl tf::Declared for #ident {
            const TYPE: &'static str = #name;
            type Attributes = #attributes;
        }
        impl tf::#contract for #ident {}
        #[derive(Debug)]
        pub struct #attributes(tf::Address);
        impl From<tf::Address> for #attributes {
            fn from(address: tf::Address) -> Self {
                Self(address)
            }
        }
        impl #attributes {
            #(#getters)*
        }
    }
}

/// The struct of a block, its `Block` implementation, and the same of the blocks nested in it.
fn block_structs(name: &str, block: &BlockSchema, documentation: Option<&str>) -> TokenStream {
    let ident = format_ident!("{name}");
    let documentation = documentation.map(|text| quote!(#[doc = #text]));
    let arguments: Vec<_> = block.attributes.iter().filter(|(name, attribute)| settable(name, attribute)).collect();
    let nested: Vec<_> = block.blocks.iter().filter(|(_, nested)| !nested.block.deprecated).collect();
    let fields = arguments.iter().map(|(field, attribute)| field_of(field, argument_type(&attribute.type_constraint)));
    let block_fields = nested.iter().map(|(field, _)| {
        let inner = format_ident!("{name}{}", pascal(field));
        field_of(field, quote!(tf::Blocks<#inner>))
    });
    let writes = arguments.iter().map(|(field, attribute)| write_argument(field, attribute));
    let block_writes = nested.iter().map(|(field, nested)| write_blocks(field, nested));
    let inner =
        nested.iter().map(|(field, nested)| block_structs(&format!("{name}{}", pascal(field)), &nested.block, None));
    let out = if arguments.is_empty() && nested.is_empty() { quote!(_out) } else { quote!(out) };
    quote! {
        #documentation
        #[derive(Debug, Clone, Default)]
        pub struct #ident { #(#fields)* #(#block_fields)* }
        impl tf::Block for #ident {
            fn write(self, #out: &mut tf::BlockWriter) {
                #(#writes)*
                #(#block_writes)*
            }
        }
        #(#inner)*
    }
}

/// Whether an argument may be set: not computed only, not deprecated, and not one of the two that every resource has
/// and the provider itself keeps. An `id` that must be set, as that of a lifecycle rule, is an argument like any other.
fn settable(name: &str, attribute: &AttributeSchema) -> bool {
    let kept_by_provider = !attribute.required && matches!(name, "id" | "tags_all");
    (attribute.required || attribute.optional) && !attribute.deprecated && !kept_by_provider
}

fn field_of(name: &str, field_type: TokenStream) -> TokenStream {
    let ident = field_ident(name);
    quote!(pub #ident: #field_type,)
}

fn write_argument(name: &str, attribute: &AttributeSchema) -> TokenStream {
    let ident = field_ident(name);
    let method = if attribute.required { quote!(required) } else { quote!(optional) };
    quote!(out.#method(#name, self.#ident);)
}

fn write_blocks(name: &str, nested: &NestedSchema) -> TokenStream {
    let ident = field_ident(name);
    let least = usize::try_from(nested.min_items).unwrap();
    let most = match (nested.nesting_mode.as_str(), nested.max_items) {
        ("single", _) => quote!(1),
        (_, 0) => quote!(usize::MAX),
        (_, most) => {
            let most = usize::try_from(most).unwrap();
            quote!(#most)
        }
    };
    quote!(out.blocks(#name, self.#ident, #least..=#most);)
}

fn getter(name: &str, attribute: &AttributeSchema) -> Option<TokenStream> {
    if attribute.deprecated {
        return None;
    }
    let ident = field_ident(name);
    let result = value_type(&attribute.type_constraint);
    Some(quote!(pub fn #ident(&self) -> tf::Ref<#result> { self.0.attribute(#name) }))
}

/// The type of a value that is read.
fn value_type(constraint: &Value) -> TokenStream {
    match constraint.as_str() {
        Some("string") => return quote!(String),
        Some("bool") => return quote!(bool),
        Some("number") => return quote!(tf::Number),
        _ => {}
    }
    match constraint.as_array().map(Vec::as_slice) {
        Some([collection, element]) if collection == "list" || collection == "set" => {
            let element = value_type(element);
            quote!(Vec<#element>)
        }
        Some([collection, element]) if collection == "map" => {
            let element = value_type(element);
            quote!(std::collections::BTreeMap<String, #element>)
        }
        _ => quote!(tf::Expression),
    }
}

/// The type of an argument that is set.
fn argument_type(constraint: &Value) -> TokenStream {
    if let Some([collection, element]) = constraint.as_array().map(Vec::as_slice) {
        let simple = element.is_string();
        let element = value_type(element);
        match collection.as_str() {
            Some("list" | "set") if simple => return quote!(tf::List<#element>),
            Some("map") if simple => return quote!(tf::Map<#element>),
            _ => {}
        }
    }
    let value = if constraint.is_string() { value_type(constraint) } else { quote!(tf::Expression) };
    quote!(tf::Attr<#value>)
}

fn field_ident(name: &str) -> Ident {
    syn::parse_str(name).unwrap_or_else(|_| format_ident!("r#{name}"))
}

fn pascal(name: &str) -> String {
    name.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

fn source(tokens: TokenStream) -> String {
    let file = syn::parse2(tokens).expect("the generated tokens are a Rust file");
    format!("{HEADER}{}", prettyplease::unparse(&file))
}
