resource "aws_rds_cluster" "a" {
  engine         = "aurora-postgresql"
  engine_version = "16.8"
}

resource "aws_eks_cluster" "k" {
  name     = "k"
  role_arn = "arn:aws:iam::123456789012:role/k"
  version  = "1.35"
  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}

resource "aws_opensearch_domain" "s" {
  domain_name    = "search"
  engine_version = "OpenSearch_2.19"
}
