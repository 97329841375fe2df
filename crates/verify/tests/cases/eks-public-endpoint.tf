# One node in the whole cluster, and an API open to everyone.
#: plan: zone:us-east-1a!=survives; fail:zone-*; fail:network-cluster-endpoint

resource "aws_vpc" "v" { cidr_block = "10.0.0.0/16" }
resource "aws_subnet" "s" {
  for_each          = { a = 1, b = 2, c = 3 }
  vpc_id            = aws_vpc.v.id
  cidr_block        = "10.0.${each.value}.0/24"
  availability_zone = "us-east-1${each.key}"
}
resource "aws_eks_cluster" "k" {
  name     = "k"
  role_arn = "arn:aws:iam::123456789012:role/k"
  vpc_config {
    subnet_ids              = [for s in aws_subnet.s : s.id]
    endpoint_public_access  = true # from 0.0.0.0/0, the default
    endpoint_private_access = false
  }
}
resource "aws_eks_node_group" "n" {
  cluster_name  = aws_eks_cluster.k.name
  node_role_arn = "arn:aws:iam::123456789012:role/n"
  subnet_ids    = [for s in aws_subnet.s : s.id]
  scaling_config {
    desired_size = 1
    min_size     = 1
    max_size     = 1
  }
}
