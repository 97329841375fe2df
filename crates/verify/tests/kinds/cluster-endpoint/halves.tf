# Two halves of the world.
#: plan: fail:network-cluster-endpoint

resource "aws_eks_cluster" "k" {
  name     = "k"
  role_arn = "arn:aws:iam::123456789012:role/k"
  vpc_config {
    subnet_ids          = [for s in aws_subnet.main : s.id]
    public_access_cidrs = ["0.0.0.0/1", "128.0.0.0/1"]
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
