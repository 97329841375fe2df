//! What a file of Rust names: its modules, what its `use` lines bind, and every path in its code.

use std::collections::BTreeMap;
use std::iter::Peekable;

use proc_macro2::token_stream::IntoIter;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

pub type Path = Vec<String>;

#[derive(Debug, Default)]
pub struct Names {
    /// The modules that it has files for.
    pub modules: Vec<String>,
    /// What each `use` line stands for, by the name that it binds.
    pub bound: BTreeMap<String, Path>,
    /// Every path of more than one part, those of `use` lines too.
    pub paths: Vec<Path>,
}

impl Names {
    /// What a source names, but for what is compiled for tests alone.
    pub fn of(text: &str) -> Self {
        let mut names = Self::default();
        let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{error}: {text}"));
        names.collect(tokens);
        names
    }

    fn collect(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        let mut is_of_tests = false;
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == '#' => {
                    let attribute = tokens.next_if(|next| matches!(next, TokenTree::Group(_)));
                    is_of_tests |= attribute
                        .is_some_and(|group| group.to_string().replace(' ', "") == "[cfg(test)]");
                    if is_of_tests && !is_sign(tokens.peek(), '#') {
                        skip_item(&mut tokens);
                        is_of_tests = false;
                    }
                }
                // A path in a macro is one of the files that use the macro.
                TokenTree::Punct(punct) if punct.as_char() == '$' => drop(tokens.next()),
                TokenTree::Group(group) => self.collect(group.stream()),
                TokenTree::Ident(ident) if ident == "use" => self.add_use(Vec::new(), &mut tokens),
                TokenTree::Ident(ident) if ident == "mod" => {
                    if let Some(TokenTree::Ident(name)) = tokens.next()
                        && is_sign(tokens.peek(), ';')
                    {
                        self.modules.push(name.to_string());
                    }
                }
                TokenTree::Ident(ident) => {
                    let mut path = vec![ident.to_string()];
                    while skip_colons(&mut tokens)
                        && let Some(TokenTree::Ident(ident)) = tokens.peek()
                    {
                        path.push(ident.to_string());
                        tokens.next();
                    }
                    if path.len() > 1 {
                        self.paths.push(path);
                    }
                }
                _ => {}
            }
        }
    }

    /// A path of a `use` line from its beginning; a group makes several of it.
    fn add_use(&mut self, mut path: Path, tokens: &mut Peekable<IntoIter>) {
        loop {
            match tokens.next() {
                Some(TokenTree::Ident(ident)) => {
                    let mut name = ident.to_string();
                    if ident == "self" && !path.is_empty() && !is_sign(tokens.peek(), ':') {
                        name = path.last().cloned().unwrap_or_default();
                    } else {
                        path.push(name.clone());
                    }
                    if skip_colons(tokens) {
                        continue;
                    }
                    if tokens.next_if(|next| next.to_string() == "as").is_some() {
                        name = tokens.next().map(|name| name.to_string()).unwrap_or_default();
                    }
                    self.bound.insert(name, path.clone());
                    return self.paths.push(path);
                }
                Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                    let mut inside = group.stream().into_iter().peekable();
                    while inside.peek().is_some() {
                        self.add_use(path.clone(), &mut inside);
                        inside.next_if(|next| is_sign(Some(next), ','));
                    }
                    return;
                }
                // A `*`, or what a type captures: `use<'a>`.
                _ if path.is_empty() => return,
                _ => return self.paths.push(path),
            }
        }
    }
}

fn is_sign(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

/// Whether what follows begins with `::`, which is then left out.
fn skip_colons(tokens: &mut Peekable<IntoIter>) -> bool {
    let mut ahead = tokens.clone();
    let is_path = is_sign(ahead.next().as_ref(), ':') && is_sign(ahead.peek(), ':');
    if is_path {
        tokens.nth(1);
    }
    is_path
}

/// Up to the end of an item: a semicolon, or its braces.
fn skip_item(tokens: &mut Peekable<IntoIter>) {
    for token in tokens {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == ';' => return,
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => return,
            _ => {}
        }
    }
}
