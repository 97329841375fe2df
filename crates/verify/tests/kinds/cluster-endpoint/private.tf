# Private.
#: plan: nofail:network-cluster-endpoint; zone:us-east-1a!=lost; nofail:zone-nothing-lost

resource "aws_eks_cluster" "k" {
  name     = "k"
  role_arn = "arn:aws:iam::123456789012:role/k"
  vpc_config {
    subnet_ids              = [for s in aws_subnet.main : s.id]
    endpoint_public_access  = false
    endpoint_private_access = true
  }
}
resource "aws_eks_node_group" "n" {
  cluster_name  = aws_eks_cluster.k.name
  node_role_arn = "arn:aws:iam::123456789012:role/n"
  subnet_ids    = [for s in aws_subnet.main : s.id]
  scaling_config {
    desired_size = 3
    min_size     = 3
    max_size     = 6
  }
}
