//! [`Argument`]: what is written for an argument or in a nested block, as far as a plan shows it.
//! Source: <https://developer.hashicorp.com/terraform/internals/json-format>, "Expression
//! Representation" and "Block Expressions Representation".

use serde::Deserialize;
use serde_json::{Map, Value};

/// What is written for an argument, or in a block.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(from = "Value")]
pub enum Argument {
    /// Nothing, as far as a plan shows it.
    #[default]
    Nothing,
    /// An expression: its value where it is a constant, and else what it refers to.
    Expression {
        /// Its value.
        constant: Option<Box<Value>>,
        /// What it refers to, as `aws_vpc.main.id`.
        references: Vec<String>,
    },
    /// A block, by its arguments and the types of the blocks within.
    Block(Vec<(String, Argument)>),
    /// The blocks of one type.
    Blocks(Vec<Argument>),
}

impl Argument {
    /// Whether anything is written.
    pub fn is_set(&self) -> bool {
        !matches!(self, Self::Nothing)
    }

    /// What is written in a block for an argument of it, or for the blocks of a type.
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.arguments().iter().find(|(key, _)| key == name).map(|(_, argument)| argument)
    }

    /// One of the blocks of a type.
    pub fn item(&self, index: usize) -> Option<&Self> {
        self.blocks().get(index)
    }

    /// All that is written in a block.
    pub fn arguments(&self) -> &[(String, Self)] {
        match self {
            Self::Block(arguments) => arguments,
            _ => &[],
        }
    }

    /// The blocks of a type.
    pub fn blocks(&self) -> &[Self] {
        match self {
            Self::Blocks(blocks) => blocks,
            _ => &[],
        }
    }

    /// The value of an expression that is a constant.
    pub fn constant(&self) -> Option<&Value> {
        match self {
            Self::Expression { constant, .. } => constant.as_deref(),
            _ => None,
        }
    }

    /// What an expression refers to; an expression within a block is none of the block.
    pub fn references(&self) -> &[String] {
        match self {
            Self::Expression { references, .. } => references,
            _ => &[],
        }
    }

    /// The references of every expression that is written here, in their order. A list of what is
    /// left to look at, not a recursion: how deep blocks nest is for the plan to say.
    pub fn reference_lists(&self) -> Vec<&[String]> {
        let (mut lists, mut rest) = (Vec::new(), vec![self]);
        while let Some(argument) = rest.pop() {
            match argument {
                Self::Nothing => {}
                Self::Expression { references, .. } => lists.push(&references[..]),
                Self::Block(arguments) => {
                    rest.extend(arguments.iter().rev().map(|(_, argument)| argument))
                }
                Self::Blocks(blocks) => rest.extend(blocks.iter().rev()),
            }
        }
        lists
    }
}

impl From<Value> for Argument {
    fn from(json: Value) -> Self {
        match json {
            Value::Object(map) if is_expression(&map) => expression(map),
            Value::Object(map) => {
                Self::Block(map.into_iter().map(|(name, json)| (name, json.into())).collect())
            }
            Value::Array(blocks) => Self::Blocks(blocks.into_iter().map(Self::from).collect()),
            _ => Self::Nothing,
        }
    }
}

fn is_expression(map: &Map<String, Value>) -> bool {
    map.get("references").is_some_and(Value::is_array) || map.contains_key("constant_value")
}

fn expression(mut map: Map<String, Value>) -> Argument {
    let references = map.get("references").and_then(Value::as_array).into_iter().flatten();
    Argument::Expression {
        references: references.filter_map(Value::as_str).map(String::from).collect(),
        constant: map.swap_remove("constant_value").map(Box::new),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Argument;

    #[test]
    fn a_block_with_an_argument_called_references_is_no_expression() {
        let block = Argument::from(
            json!({"references": {"constant_value": "a"}, "b": {"references": ["c.d", "c"]}}),
        );
        assert_eq!(block.references().len(), 0);
        assert_eq!(block.get("references").and_then(Argument::constant), Some(&json!("a")));
        assert_eq!(block.reference_lists().concat(), ["c.d", "c"]);
    }

    #[test]
    fn an_expression_of_which_a_plan_shows_nothing_is_an_empty_block() {
        assert_eq!(Argument::from(json!({})), Argument::Block(Vec::new()));
        assert_eq!(Argument::from(json!(null)), Argument::Nothing);
        assert_eq!(Argument::from(json!({"constant_value": null})).constant(), Some(&json!(null)));
    }

    #[test]
    fn what_is_no_text_is_no_reference() {
        assert_eq!(Argument::from(json!({"references": [1, "a.b", {}]})).references(), ["a.b"]);
    }
}
