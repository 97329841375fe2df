//! Conversions between types, by cty's rules: whether there is one ([`convertible`]), and the type
//! that values of several types can all be converted to ([`unify`]).

use std::cmp::Ordering;

use crate::types::Type;

/// Whether values of type `from` can become values of type `to`: each of them if not `some`, else
/// at least some.
pub(crate) fn convertible(from: &Type, to: &Type, some: bool) -> bool {
    let element = |from: &Type, to: &Type| from == to || convertible(from, to, some);
    match (from, to) {
        (_, Type::Dynamic) => true,
        (Type::Dynamic, _) => some,
        (Type::Number | Type::Bool, Type::String) => true,
        (Type::String, Type::Number | Type::Bool) => some,
        (Type::Object(from), Type::Object(to)) => {
            to.attributes.iter().all(|(name, to_attribute)| {
                from.attributes
                    .get(name)
                    .map_or_else(|| to.optional.contains(name), |from| element(from, to_attribute))
            })
        }
        (Type::Tuple(from), Type::Tuple(to)) => {
            from.len() == to.len() && from.iter().zip(to.iter()).all(|(from, to)| element(from, to))
        }
        (Type::List(from) | Type::Set(from), Type::List(to)) => element(from, to),
        (Type::Set(from), Type::Set(to)) => element(from, to),
        (Type::List(from), Type::Set(to)) => some && element(from, to),
        (Type::Map(from), Type::Map(to)) => element(from, to),
        (Type::Tuple(from), Type::List(to) | Type::Set(to)) => match common(from, to, some) {
            None => false,
            // Elements of types that nothing is common to.
            Some(Type::Dynamic) if **to == Type::Dynamic => {
                from.iter().all(|from| *from == Type::Dynamic)
            }
            Some(to) => from.iter().all(|from| element(from, &to)),
        },
        (Type::Object(from), Type::Map(to)) => {
            let types: Vec<Type> = from.attributes.values().cloned().collect();
            common(&types, to, some).is_some_and(|to| types.iter().all(|from| element(from, &to)))
        }
        (Type::Map(from), Type::Object(to)) => {
            some && to.attributes.iter().all(|(name, to_attribute)| {
                element(from, to_attribute) || to.optional.contains(name)
            })
        }
        _ => false,
    }
}

/// The type to which elements of these types are converted: `to`, or what is common to them where
/// that is `any`.
pub(crate) fn common(types: &[Type], to: &Type, some: bool) -> Option<Type> {
    if *to != Type::Dynamic || types.is_empty() { Some(to.clone()) } else { unify(types, some) }
}

/// The type that values of all `types` can be converted to; `None` if there is none. With `some`, a
/// conversion counts even if only some values have it, as from string to number.
pub fn unify(types: &[Type], some: bool) -> Option<Type> {
    let count = |is: fn(&Type) -> bool| types.iter().filter(|of| is(of)).count();
    let maps = count(|of| matches!(of, Type::Map(_)));
    let lists = count(|of| matches!(of, Type::List(_)));
    let sets = count(|of| matches!(of, Type::Set(_)));
    let objects = count(|of| matches!(of, Type::Object(_)));
    let tuples = count(|of| matches!(of, Type::Tuple(_)));
    let dynamic = count(|of| *of == Type::Dynamic);
    let all = types.len();
    let untyped = dynamic > 0;
    if maps > 0 && maps + dynamic == all {
        return if untyped { Some(Type::Dynamic) } else { collections(types, some, Type::map) };
    }
    if maps > 0 && maps + objects + dynamic == all {
        if let Some(of) = as_maps(types, some) {
            return Some(of);
        }
    } else if lists > 0 && lists + dynamic == all {
        return if untyped { Some(Type::Dynamic) } else { collections(types, some, Type::list) };
    } else if lists > 0 && lists + tuples + dynamic == all {
        if let Some(of) = as_lists(types, some) {
            return Some(of);
        }
    } else if sets > 0 && sets + dynamic == all {
        return if untyped { Some(Type::Dynamic) } else { collections(types, some, Type::set) };
    } else if objects > 0 && objects + dynamic == all {
        return if untyped { Some(Type::Dynamic) } else { objects_as_one(types, some) };
    } else if tuples > 0 && tuples + dynamic == all {
        return if untyped { Some(Type::Dynamic) } else { tuples_as_one(types, some) };
    } else if objects > 0 && tuples > 0 {
        return None;
    }
    let wanted = by_preference(types).into_iter().map(|index| &types[index]);
    wanted
        .into_iter()
        .find(|wanted| types.iter().all(|of| of == *wanted || convertible(of, wanted, some)))
        .cloned()
}

fn fits(types: &[Type], to: &Type, some: bool) -> bool {
    types.iter().all(|of| of == to || convertible(of, to, some))
}

fn collections(types: &[Type], some: bool, collection: fn(Type) -> Type) -> Option<Type> {
    let elements: Vec<Type> = types.iter().filter_map(Type::element).cloned().collect();
    let of = collection(unify(&elements, some)?);
    fits(types, &of, some).then_some(of)
}

fn as_maps(types: &[Type], some: bool) -> Option<Type> {
    let objects: Vec<Type> =
        types.iter().filter(|of| matches!(of, Type::Object(_))).cloned().collect();
    let map = objects_to_map(&objects, some)?;
    let types: Vec<Type> = types
        .iter()
        .map(|of| if matches!(of, Type::Object(_)) { map.clone() } else { of.clone() })
        .collect();
    unify(&types, some).filter(|of| matches!(of, Type::Map(_)))
}

fn as_lists(types: &[Type], some: bool) -> Option<Type> {
    let tuples: Vec<Type> =
        types.iter().filter(|of| matches!(of, Type::Tuple(_))).cloned().collect();
    let list = tuples_to_list(&tuples, some)?;
    let types: Vec<Type> = types
        .iter()
        .map(|of| if matches!(of, Type::Tuple(_)) { list.clone() } else { of.clone() })
        .collect();
    unify(&types, some).filter(|of| matches!(of, Type::List(_)))
}

fn objects_as_one(types: &[Type], some: bool) -> Option<Type> {
    let attributes = |of: &Type| match of {
        Type::Object(object) => object.attributes.clone(),
        _ => Default::default(),
    };
    let all: Vec<_> = types.iter().map(attributes).collect();
    let first = all.first()?;
    if all.iter().any(|other| !other.keys().eq(first.keys())) {
        return objects_to_map(types, some);
    }
    let mut one = Vec::with_capacity(first.len());
    for name in first.keys() {
        let across: Vec<Type> =
            all.iter().filter_map(|attributes| attributes.get(name)).cloned().collect();
        one.push((name.clone(), unify(&across, some)?));
    }
    let of = Type::object(one);
    if fits(types, &of, some) { Some(of) } else { objects_to_map(types, some) }
}

fn objects_to_map(types: &[Type], some: bool) -> Option<Type> {
    let mut attributes = Vec::new();
    for of in types {
        if let Type::Object(object) = of {
            attributes.extend(object.attributes.values().cloned());
        }
    }
    let of = Type::map(unify(&attributes, some)?);
    fits(types, &of, some).then_some(of)
}

fn tuples_as_one(types: &[Type], some: bool) -> Option<Type> {
    let elements = |of: &Type| match of {
        Type::Tuple(elements) => elements.to_vec(),
        _ => Vec::new(),
    };
    let all: Vec<Vec<Type>> = types.iter().map(elements).collect();
    let length = all.first()?.len();
    if all.iter().any(|other| other.len() != length) {
        return tuples_to_list(types, some);
    }
    let mut one = Vec::with_capacity(length);
    for index in 0..length {
        let across: Vec<Type> = all.iter().map(|elements| elements[index].clone()).collect();
        one.push(unify(&across, some)?);
    }
    let of = Type::tuple(one);
    if fits(types, &of, some) { Some(of) } else { tuples_to_list(types, some) }
}

fn tuples_to_list(types: &[Type], some: bool) -> Option<Type> {
    let mut elements = Vec::new();
    for of in types {
        if let Type::Tuple(items) = of {
            elements.extend(items.iter().cloned());
        }
    }
    let of = Type::list(unify(&elements, some)?);
    fits(types, &of, some).then_some(of)
}

/// The indexes of the types, the more general first.
fn by_preference(types: &[Type]) -> Vec<usize> {
    // With one value of each type in question the order of thousands is that of a few.
    let mut distinct: Vec<usize> = Vec::new();
    for index in 0..types.len() {
        if !distinct.iter().any(|&before| types[before] == types[index]) {
            distinct.push(index);
        }
    }
    let count = distinct.len();
    let mut followers = vec![Vec::new(); count];
    let mut leaders = vec![0_usize; count];
    for i in 0..count {
        for j in i + 1..count {
            match compare(&types[distinct[i]], &types[distinct[j]]) {
                Ordering::Less => {
                    followers[i].push(j);
                    leaders[j] += 1;
                }
                Ordering::Greater => {
                    followers[j].push(i);
                    leaders[i] += 1;
                }
                Ordering::Equal => {}
            }
        }
    }
    let mut order: Vec<usize> = (0..count).filter(|&index| leaders[index] == 0).collect();
    let mut next = 0;
    while let Some(&index) = order.get(next) {
        next += 1;
        for &follower in &followers[index] {
            leaders[follower] -= 1;
            if leaders[follower] == 0 {
                order.push(follower);
            }
        }
    }
    order.into_iter().map(|index| distinct[index]).collect()
}

/// `Less`: `a` is more general than `b`; `Equal`: neither is.
fn compare(a: &Type, b: &Type) -> Ordering {
    match (a, b) {
        (Type::Dynamic, Type::Dynamic) => Ordering::Equal,
        (Type::Dynamic, _) => Ordering::Greater,
        (_, Type::Dynamic) => Ordering::Less,
        (Type::String, Type::Number | Type::Bool) => Ordering::Less,
        (Type::Number | Type::Bool, Type::String) => Ordering::Greater,
        (Type::List(a), Type::List(b))
        | (Type::Set(a), Type::Set(b))
        | (Type::Map(a), Type::Map(b)) => compare(a, b),
        (Type::Tuple(_) | Type::List(_), Type::Set(_)) => Ordering::Less,
        (Type::Set(_), Type::Tuple(_) | Type::List(_)) => Ordering::Greater,
        (Type::List(_), Type::Tuple(_)) | (Type::Map(_), Type::Object(_)) => Ordering::Less,
        (Type::Tuple(_), Type::List(_)) | (Type::Object(_), Type::Map(_)) => Ordering::Greater,
        (Type::Object(a), Type::Object(b)) if a.attributes.keys().eq(b.attributes.keys()) => {
            all(a.attributes.values().zip(b.attributes.values()))
        }
        (Type::Tuple(a), Type::Tuple(b)) if a.len() == b.len() => all(a.iter().zip(b.iter())),
        _ => Ordering::Equal,
    }
}

fn all<'a>(pairs: impl Iterator<Item = (&'a Type, &'a Type)>) -> Ordering {
    let (mut less, mut greater) = (false, false);
    for (a, b) in pairs {
        match compare(a, b) {
            Ordering::Less => less = true,
            Ordering::Greater => greater = true,
            Ordering::Equal => {}
        }
    }
    match (less, greater) {
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        _ => Ordering::Equal,
    }
}
