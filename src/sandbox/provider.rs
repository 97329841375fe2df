//! Where Terraform gets the AWS provider from: a local mirror if there is one, else the registry.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};

use super::Toolbox;

const PROVIDER: &str = "registry.terraform.io/hashicorp/aws";
const OVERRIDE: &str = "PAYTF_PROVIDER_MIRROR";

impl Toolbox {
    /// Writes a Terraform CLI configuration, which names the mirror if there is one, and returns
    /// its path.
    ///
    /// It is written even when it has nothing to say: Terraform then ignores the one of the user.
    /// <https://developer.hashicorp.com/terraform/cli/config/config-file#provider-installation>
    ///
    /// # Errors
    /// When `PAYTF_PROVIDER_MIRROR` names no mirror, or it cannot be written.
    pub fn cli_configuration(&self) -> Result<PathBuf> {
        let content = match mirror()? {
            Some(path) => format!(
                "provider_installation {{\n  filesystem_mirror {{\n    path = {path:?}\n  }}\n}}\n"
            ),
            None => {
                let cache = self.provider_cache()?;
                format!(
                    "plugin_cache_dir = {cache:?}\nplugin_cache_may_break_dependency_lock_file = \
                     true\n"
                )
            }
        };
        let file = tempfile::NamedTempFile::new_in(self.folder())?;
        fs::write(file.path(), content)?;
        let path = self.folder().join("terraform-cli.tfrc");
        file.persist(&path)?;
        Ok(path)
    }

    fn provider_cache(&self) -> Result<PathBuf> {
        let path = self.folder().join("terraform-providers");
        fs::create_dir_all(&path)?;
        Ok(path)
    }
}

/// The directory that holds `registry.terraform.io/hashicorp/aws`; the environment overrides the
/// search.
fn mirror() -> Result<Option<PathBuf>> {
    let Some(path) = env::var_os(OVERRIDE).map(PathBuf::from) else {
        return Ok(candidates().into_iter().find(|path| holds_provider(path)));
    };
    if !holds_provider(&path) {
        bail!(
            "{OVERRIDE}={} does not hold {PROVIDER}; set it to a directory that does, or unset it",
            path.display()
        );
    }
    Ok(Some(path))
}

fn holds_provider(mirror: &Path) -> bool {
    mirror.join(PROVIDER).is_dir()
}

/// Terraform's implied mirror directories, then whatever is one level below the usual places.
fn candidates() -> Vec<PathBuf> {
    let home = env::home_dir();
    let implied = home.iter().map(|home| home.join(".terraform.d/plugins"));
    let shared = ["/usr/local/share", "/usr/share"].map(PathBuf::from);
    let implied = implied.chain(shared.iter().map(|directory| directory.join("terraform/plugins")));
    let parents = [PathBuf::from("/opt")].into_iter().chain(shared.clone()).chain(home.clone());
    implied.chain(parents.flat_map(|parent| subdirectories(&parent))).collect()
}

fn subdirectories(parent: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(parent).into_iter().flatten().flatten();
    let mut found: Vec<_> = entries.map(|entry| entry.path()).collect();
    found.sort();
    found
}
