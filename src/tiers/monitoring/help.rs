//! Where someone who is told of a fault finds what to do, and whom to call.

/// What every alarm and event ends with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Help {
    /// Where the runbooks are published; a folder of the stack where they are not.
    pub runbook_base_url: Option<String>,
    /// Whose service it is.
    pub owner: Option<String>,
    /// How the owner is reached.
    pub contact: Option<String>,
}

impl Help {
    /// The owner and how to reach it, and last the page, so that a link ends where the text does.
    pub fn with(&self, page: &str) -> String {
        let folder = self.runbook_base_url.as_deref().unwrap_or("runbooks").trim_end_matches('/');
        let who = [("Owner", &self.owner), ("Contact", &self.contact)];
        let who =
            who.iter().filter_map(|(what, who)| Some(format!("{what}: {}. ", who.as_deref()?)));
        format!("{}Runbook: {folder}/{page}.md", who.collect::<String>())
    }
}
