//! A registry, to which the folder of an image is pushed. Monolithic uploads and Basic
//! authentication, as Amazon ECR takes them. Source: OCI Distribution Specification 1.1, "Pushing
//! blobs", "Pushing manifests"; Amazon ECR User Guide, "Private registry authentication".

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use reqwest::header::{CONTENT_TYPE, LOCATION};
use reqwest::{Client, RequestBuilder, Response, StatusCode, Url};
use serde_json::Value;

/// Where an image is pushed to, as `123456789012.dkr.ecr.us-east-1.amazonaws.com/payments:1.0.0`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destination {
    host: String,
    repository: String,
    tag: String,
}

/// Who signs in, and with what.
pub struct Credentials {
    /// `AWS` for Amazon ECR.
    pub user: String,
    /// What `aws ecr get-login-password` prints.
    pub password: String,
}

impl Destination {
    /// Of its words.
    ///
    /// # Errors
    /// What it has to have.
    pub fn parse(text: &str) -> Result<Self, String> {
        let parts =
            text.split_once('/').and_then(|(host, rest)| Some((host, rest.rsplit_once(':')?)));
        match parts {
            Some((host, (repository, tag)))
                if ![host, repository, tag].contains(&"") && !tag.contains('/') =>
            {
                Ok(Self {
                    host: host.to_owned(),
                    repository: repository.to_owned(),
                    tag: tag.to_owned(),
                })
            }
            _ => Err("give REGISTRY/REPOSITORY:TAG".to_owned()),
        }
    }

    /// On this machine without TLS, as container engines do it.
    fn url(&self, rest: &str) -> Result<Url> {
        let is_here = self
            .host
            .split(':')
            .next()
            .is_some_and(|name| matches!(name, "localhost" | "127.0.0.1"));
        let scheme = if is_here { "http" } else { "https" };
        let (host, repository) = (&self.host, &self.repository);
        Url::parse(&format!("{scheme}://{host}/v2/{repository}/{rest}"))
            .with_context(|| format!("{host} is no registry"))
    }
}

/// Pushes what the folder has: first what manifests name, then the manifests, then what names
/// those, under the tag. The digest of it.
///
/// # Errors
/// When the folder is no image, or the registry refuses.
pub async fn push(
    image: &Path,
    to: &Destination,
    credentials: Option<&Credentials>,
) -> Result<String> {
    // Another one may be installed already, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let push = Push { image, to, credentials, client: Client::builder().build()? };
    let top: Value =
        serde_json::from_slice(&read(&image.join("index.json"))?).context("index.json")?;
    let [release] = list(&top, "manifests") else {
        bail!("{} has not one image in it", image.display())
    };
    let index = push.document(release)?;
    for manifest in list(&index, "manifests") {
        let document = push.document(manifest)?;
        for blob in list(&document, "layers").iter().chain([&document["config"]]) {
            push.blob(blob).await?;
        }
        push.manifest(manifest, digest(manifest)?).await?;
    }
    push.manifest(release, &to.tag).await?;
    Ok(digest(release)?.to_owned())
}

struct Push<'p> {
    image: &'p Path,
    to: &'p Destination,
    credentials: Option<&'p Credentials>,
    client: Client,
}

impl Push<'_> {
    fn content(&self, descriptor: &Value) -> Result<Vec<u8>> {
        let hash =
            digest(descriptor)?.strip_prefix("sha256:").context("a digest that is not SHA-256")?;
        ensure!(hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{hash} is no SHA-256");
        read(&self.image.join("blobs/sha256").join(hash))
    }

    fn document(&self, descriptor: &Value) -> Result<Value> {
        serde_json::from_slice(&self.content(descriptor)?)
            .with_context(|| descriptor["digest"].to_string())
    }

    async fn blob(&self, descriptor: &Value) -> Result<()> {
        let digest = digest(descriptor)?;
        let there = self.send(self.client.head(self.to.url(&format!("blobs/{digest}"))?)).await?;
        if there.status() == StatusCode::OK {
            return Ok(());
        }
        let uploads = self.to.url("blobs/uploads/")?;
        let begun =
            expect(self.send(self.client.post(uploads.clone())).await?, StatusCode::ACCEPTED)
                .await?;
        let location = begun
            .headers()
            .get(LOCATION)
            .context("the registry does not say where to upload to")?;
        let mut location = uploads.join(location.to_str()?).context("where to upload to")?;
        location.query_pairs_mut().append_pair("digest", digest);
        let upload = self.client.put(location).header(CONTENT_TYPE, "application/octet-stream");
        expect(self.send(upload.body(self.content(descriptor)?)).await?, StatusCode::CREATED)
            .await?;
        Ok(())
    }

    async fn manifest(&self, descriptor: &Value, name: &str) -> Result<()> {
        let url = self.to.url(&format!("manifests/{name}"))?;
        let media_type =
            descriptor["mediaType"].as_str().context("a manifest without its media type")?;
        let put =
            self.client.put(url).header(CONTENT_TYPE, media_type).body(self.content(descriptor)?);
        expect(self.send(put).await?, StatusCode::CREATED).await?;
        Ok(())
    }

    async fn send(&self, request: RequestBuilder) -> Result<Response> {
        let request = match self.credentials {
            Some(Credentials { user, password }) => request.basic_auth(user, Some(password)),
            None => request,
        };
        request.send().await.with_context(|| format!("{} does not answer", self.to.host))
    }
}

async fn expect(response: Response, status: StatusCode) -> Result<Response> {
    match response.status() {
        found if found == status => Ok(response),
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
            bail!(
                "the registry does not let you: give --user, and the password on the standard \
                 input"
            )
        }
        found => {
            let url = response.url().clone();
            bail!("{} answers {found}: {}", url.path(), response.text().await.unwrap_or_default())
        }
    }
}

fn list<'v>(document: &'v Value, name: &str) -> &'v [Value] {
    document[name].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn digest(descriptor: &Value) -> Result<&str> {
    descriptor["digest"].as_str().context("a descriptor without a digest")
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}
