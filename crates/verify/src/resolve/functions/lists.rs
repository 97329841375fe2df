//! Lists and maps.

use hcl::eval::{Func, FuncArgs};
use hcl::{Map, Value};

use super::numbers::index;
use super::{Outcome, at, first, known, list, map, ordered, set, sorted};

pub const FUNCTIONS: &[(&str, Func)] = &[
    ("element", element),
    ("slice", slice),
    ("concat", concat),
    ("flatten", |arguments| flat(at(&arguments, 0)?).map(Value::Array)),
    ("toset", |arguments| set(first(&arguments)?)),
    ("tolist", |arguments| list(at(&arguments, 0)?).cloned().map(Value::Array)),
    ("tomap", |arguments| first(&arguments)),
    ("sort", |arguments| Ok(Value::Array(sorted(list(at(&arguments, 0)?)?.clone())))),
    ("distinct", distinct),
    ("compact", compact),
    ("reverse", |arguments| Ok(list(at(&arguments, 0)?)?.iter().rev().cloned().collect())),
    ("length", length),
    ("keys", |arguments| Ok(in_order(at(&arguments, 0)?)?.into_keys().map(Value::from).collect())),
    ("values", |arguments| Ok(in_order(at(&arguments, 0)?)?.into_values().collect())),
    ("lookup", lookup),
    ("merge", merge),
    ("zipmap", zipmap),
    ("coalescelist", coalescelist),
    ("one", one),
    ("contains", |arguments| position(&arguments).map(|place| Value::Bool(place.is_some()))),
    ("index", |arguments| position(&arguments)?.map(Value::from).ok_or_else(|| "finds nothing".to_owned())),
];

/// It begins again at the list's end.
fn element(arguments: FuncArgs) -> Outcome {
    let items = list(at(&arguments, 0)?)?;
    let place = usize::try_from(index(&arguments, 1)?).map_err(|_| "takes no index below nothing here".to_owned())?;
    let place = place.checked_rem(items.len()).ok_or_else(|| "has nothing to choose from".to_owned())?;
    Ok(items[place].clone())
}

fn slice(arguments: FuncArgs) -> Outcome {
    let items = list(at(&arguments, 0)?)?;
    let bounds = (usize::try_from(index(&arguments, 1)?), usize::try_from(index(&arguments, 2)?));
    let (Ok(from), Ok(to)) = bounds else { return Err("takes no index below nothing".to_owned()) };
    items.get(from..to).map(|items| Value::Array(items.to_vec())).ok_or_else(|| "goes beyond its list".to_owned())
}

fn concat(arguments: FuncArgs) -> Outcome {
    let lists = arguments.iter().map(list).collect::<Result<Vec<_>, _>>()?;
    Ok(lists.into_iter().flatten().cloned().collect())
}

fn flat(value: &Value) -> Result<Vec<Value>, String> {
    let mut all = Vec::new();
    for item in list(value)? {
        match item {
            Value::Array(_) => all.extend(flat(item)?),
            other => all.push(other.clone()),
        }
    }
    Ok(all)
}

fn distinct(arguments: FuncArgs) -> Outcome {
    let mut all: Vec<Value> = Vec::new();
    for item in list(at(&arguments, 0)?)? {
        if !all.contains(item) {
            all.push(item.clone());
        }
    }
    Ok(Value::Array(all))
}

fn compact(arguments: FuncArgs) -> Outcome {
    let is_set = |item: &&Value| **item != Value::Null && item.as_str() != Some("");
    Ok(list(at(&arguments, 0)?)?.iter().filter(is_set).cloned().collect())
}

fn length(arguments: FuncArgs) -> Outcome {
    match at(&arguments, 0)? {
        Value::Array(items) => Ok(Value::from(items.len())),
        Value::Object(map) => Ok(Value::from(map.len())),
        _ => known(&arguments, 0)?
            .as_str()
            .map(|text| Value::from(text.chars().count()))
            .ok_or_else(|| "takes a list, a map or a text".to_owned()),
    }
}

fn in_order(value: &Value) -> Result<Map<String, Value>, String> {
    match ordered(value.clone()) {
        Value::Object(map) => Ok(map),
        // Of a block with `for_each` over nothing.
        Value::Array(items) if items.is_empty() => Ok(Map::new()),
        _ => Err("takes a map".to_owned()),
    }
}

fn lookup(arguments: FuncArgs) -> Outcome {
    let key = known(&arguments, 1)?.as_str().ok_or_else(|| "takes a name".to_owned())?;
    let found = map(at(&arguments, 0)?)?.get(key).or_else(|| arguments.get(2));
    found.cloned().ok_or_else(|| "finds nothing".to_owned())
}

fn merge(arguments: FuncArgs) -> Outcome {
    let mut all = Map::new();
    for one in arguments.iter().filter(|value| **value != Value::Null) {
        all.extend(map(one)?.clone());
    }
    Ok(Value::Object(all))
}

fn zipmap(arguments: FuncArgs) -> Outcome {
    let keys = list(known(&arguments, 0)?)?.iter().map(|key| key.as_str().map(str::to_owned));
    let keys = keys.collect::<Option<Vec<_>>>().ok_or_else(|| "takes names".to_owned())?;
    Ok(Value::Object(keys.into_iter().zip(list(at(&arguments, 1)?)?.iter().cloned()).collect()))
}

fn coalescelist(arguments: FuncArgs) -> Outcome {
    let is_full = |value: &&Value| value.as_array().is_some_and(|items| !items.is_empty());
    arguments.iter().find(is_full).cloned().ok_or_else(|| "has nothing to choose".to_owned())
}

fn one(arguments: FuncArgs) -> Outcome {
    match &list(at(&arguments, 0)?)?[..] {
        [] => Ok(Value::Null),
        [only] => Ok(only.clone()),
        _ => Err("takes a list of one".to_owned()),
    }
}

fn position(arguments: &FuncArgs) -> Result<Option<usize>, String> {
    let (items, wanted) = (list(known(arguments, 0)?)?, known(arguments, 1)?);
    Ok(items.iter().position(|item| item == wanted))
}
